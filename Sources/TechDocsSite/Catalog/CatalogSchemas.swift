/// JSON Schemas of the files under `/api/v1/`.
enum CatalogSchemas {
  static let all: [(name: String, text: String)] = [("index", index), ("entities", entities), ("entity", entity)]

  private static let index = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Index of the catalog's files",
      "type": "object",
      "required": ["apiVersion", "site", "entities", "count", "schemas"],
      "properties": {
        "apiVersion": {"const": "techdocs/v1"},
        "site": {"type": "string"},
        "entities": {"type": "string", "description": "The list of all entities, relative to this file"},
        "count": {"type": "integer", "minimum": 0},
        "schemas": {"type": "array", "items": {"type": "string"}}
      }
    }

    """

  private static let entities = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "All entities, sorted by reference",
      "type": "object",
      "required": ["items"],
      "properties": {
        "items": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["ref", "title", "page", "url"],
            "properties": {
              "ref": {"type": "string", "pattern": "^[a-z0-9]+:[a-z0-9-]+/.+$"},
              "title": {"type": "string"},
              "description": {"type": "string"},
              "type": {"type": "string"},
              "lifecycle": {"type": "string"},
              "owner": {"type": "string"},
              "partOf": {"type": "string"},
              "tags": {"type": "array", "items": {"type": "string"}},
              "docs": {"type": "string", "description": "The first page of its docs, relative to the site's root"},
              "page": {"type": "string", "description": "Its page, relative to the site's root"},
              "url": {"type": "string", "description": "Its own file, relative to this file's folder"}
            }
          }
        }
      }
    }

    """

  private static let entity = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "One entity in Backstage's shape, with its relations",
      "type": "object",
      "required": ["apiVersion", "kind", "metadata", "relations", "techdocs"],
      "properties": {
        "apiVersion": {"type": "string"},
        "kind": {"type": "string"},
        "metadata": {
          "type": "object",
          "required": ["namespace", "name"],
          "properties": {"namespace": {"type": "string"}, "name": {"type": "string"}}
        },
        "spec": {},
        "relations": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["type", "targetRef"],
            "properties": {"type": {"type": "string"}, "targetRef": {"type": "string"}}
          }
        },
        "techdocs": {
          "type": "object",
          "required": ["declaredIn", "page", "health", "faults"],
          "properties": {
            "declaredIn": {"type": "string", "description": "repository/path:line"},
            "page": {"type": "string"},
            "docs": {"type": "string"},
            "health": {
              "type": "object",
              "required": ["hasOwner", "hasDescription"],
              "properties": {
                "hasOwner": {"type": "boolean"},
                "hasDescription": {"type": "boolean"},
                "lastChanged": {"type": "string", "format": "date"},
                "codeChanged": {"type": "string", "format": "date"},
                "daysBehindCode": {"type": "integer", "minimum": 1},
                "pages": {"type": "integer"},
                "brokenLinks": {"type": "integer"},
                "pagesNotInNav": {"type": "integer"}
              }
            },
            "faults": {"type": "array", "items": {"type": "array", "items": {"type": "string"}}}
          }
        }
      }
    }

    """
}

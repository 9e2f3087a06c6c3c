#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

// The setters and getters of the library take variable arguments, which Swift does not call.
static inline CURLcode techdocs_curl_set_long(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode techdocs_curl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode techdocs_curl_set_string(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode techdocs_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}
static inline CURLcode techdocs_curl_set_sink(CURL *handle, CURLoption option,
                                              size_t (*sink)(char *, size_t, size_t, void *)) {
  return curl_easy_setopt(handle, option, sink);
}
static inline CURLMcode techdocs_curl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}
static inline long techdocs_curl_status(CURL *handle) {
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  return status;
}
static inline CURLcode techdocs_curl_result(const CURLMsg *message) { return message->data.result; }

document.title = "All good";

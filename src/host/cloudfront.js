// Clean addresses and redirects: a CloudFront Function for viewer requests, runtime cloudfront-js-2.0. Made by careers.

function handler(event) {
  var request = event.request;
  // A path that begins with two slashes would lead to another host.
  var uri = request.uri.replace(/^[/\\]+/, "/");
  var path = decoded(uri);
  if (uri.endsWith("/index.html")) {
    return redirect(uri.slice(0, -"index.html".length) + query(request.querystring));
  }
  var to = moved[path] || moved[path + "/"];
  if (to) {
    return redirect(to);
  }
  if (gone[path] || gone[path + "/"]) {
    return answer(410, "Gone", { "content-type": { value: "text/html; charset=utf-8" } }, page);
  }
  if (uri.endsWith("/")) {
    request.uri = uri + "index.html";
  } else if (!uri.split("/").pop().includes(".")) {
    return redirect(uri + "/" + query(request.querystring));
  }
  return request;
}

function redirect(to) {
  return answer(301, "Moved Permanently", { location: { value: to } });
}

function answer(status, description, headers, body) {
  var response = { statusCode: status, statusDescription: description, headers: headers };
  if (body) {
    response.body = { encoding: "text", data: body };
  }
  return response;
}

function decoded(uri) {
  try {
    return decodeURIComponent(uri);
  } catch (error) {
    return uri;
  }
}

function query(values) {
  var parts = [];
  for (var name in values) {
    var all = values[name].multiValue || [values[name]];
    all.forEach((one) => parts.push(one.value === "" ? name : name + "=" + one.value));
  }
  return parts.length ? "?" + parts.join("&") : "";
}

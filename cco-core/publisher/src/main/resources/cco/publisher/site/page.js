
"use strict";
(function () {
  var agent = navigator.userAgent;
  var system = /Android|iPhone|iPad|CrOS/.test(agent) ? "" : /Windows/.test(agent) ? "windows"
    : /Macintosh|Mac OS X/.test(agent) ? "darwin" : /Linux/.test(agent) ? "linux" : "";
  var arm = system === "darwin" || /aarch64|arm64/i.test(agent);

  function first(items) {
    var mine = Array.prototype.filter.call(items, function (item) {
      return system && item.dataset.platform.indexOf(system) >= 0;
    });
    mine.sort(function (one, other) {
      return isArm(other) === arm ? 1 : isArm(one) === arm ? -1 : 0;
    });
    return mine[0];
  }

  function isArm(item) {
    return /arm64|aarch64/.test(item.dataset.platform);
  }

  function toTop(item) {
    item.parentNode.insertBefore(item, item.parentNode.querySelector("[data-platform]"));
  }

  var command = first(document.querySelectorAll(".command[data-platform]"));
  if (command) {
    toTop(command);
  }
  var download = first(document.querySelectorAll("#downloads [data-platform]"));
  if (download) {
    toTop(download);
    download.className = "yours";
    var tag = document.createElement("span");
    tag.className = "tag good";
    tag.textContent = "Your system";
    var heading = download.querySelector("h3");
    heading.appendChild(document.createTextNode(" "));
    heading.appendChild(tag);
  }

  function select(code) {
    var range = document.createRange();
    range.selectNodeContents(code);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }

  document.querySelectorAll(".command").forEach(function (block) {
    var code = block.querySelector("code");
    var button = document.createElement("button");
    var said = document.createElement("span");
    button.type = "button";
    button.textContent = "Copy";
    button.setAttribute("aria-label", "Copy the command for " + block.querySelector(".for").textContent);
    said.setAttribute("role", "status");
    said.className = "small";
    button.addEventListener("click", function () {
      select(code);
      if (navigator.clipboard) {
        navigator.clipboard.writeText(code.textContent).then(function () {
          said.textContent = "Copied ";
        }, function () {
          said.textContent = "Selected ";
        });
      } else {
        said.textContent = "Selected ";
      }
    });
    var right = document.createElement("span");
    right.appendChild(said);
    right.appendChild(button);
    block.querySelector(".top").appendChild(right);
  });
})();

// A page outlives its build: when the deadline passes, Apply goes and a notice comes. Until then the deadline is shown in
// the visitor's own time, where that differs from the site's.
const time = document.querySelector("[data-deadline]");
const end = new Date(time.dateTime);

function close() {
  for (const apply of document.querySelectorAll(".apply")) apply.hidden = true;
  const notice = document.querySelector("[data-closed]");
  notice.replaceWith(notice.content);
}

const left = end - Date.now();
if (left < 0) {
  close();
} else {
  // Browsers can't wait longer than this.
  if (left < 2 ** 31) setTimeout(close, left);
  const [, sign, hours, minutes] = time.dateTime.match(/([+-])(\d\d):(\d\d)$/);
  const offset = Number(sign + 1) * (Number(hours) * 60 + Number(minutes));
  if (end.getTimezoneOffset() !== -offset) {
    const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
    time.append(` (${format.format(end)} your time)`);
  }
}

// What a script in a page of the site tries: each attempt by name, and what it got ("no: …" for nothing).
async (desk) => {
  const got = {}, tried = async (name, how) => { try { got[name] = await how(); } catch (error) { got[name] = `no: ${error.name}`; } };
  const edit = JSON.stringify({ do: "approve", draft: "x-en.a.1", seen: "0".repeat(64) });
  const read = (path, options) => async () => { const answer = await fetch(desk + path, options); return answer.type === "opaque" ? "no: opaque" : answer.text(); };
  await tried("page", read("/desk/"));
  await tried("page as if nobody asked", read("/desk/", { mode: "no-cors", referrerPolicy: "no-referrer", credentials: "include" }));
  await tried("notes", read("/desk/data.js"));
  await tried("drafts", read("/desk/api/drafts", { headers: { "X-Answer-Ahead-Token": "x" } }));
  await tried("edit as the desk does", read("/desk/api/edit", { method: "POST", headers: { "Content-Type": "application/json", "X-Answer-Ahead-Token": "x" }, body: edit }));
  await tried("edit as a form does", read("/desk/api/edit", { method: "POST", mode: "no-cors", headers: { "Content-Type": "text/plain" }, body: edit }));
  await tried("edit on leaving", async () => navigator.sendBeacon(`${desk}/desk/api/edit`, edit) && "no: sent, unread");
  const loaded = (tag, where, read) => () => new Promise((done) => {
    const element = document.createElement(tag);
    element.onload = () => done(read(element)); element.onerror = () => done("no: not loaded");
    Object.assign(element, where); document.head.append(element);
  });
  await tried("script", loaded("script", { src: `${desk}/desk/data.js` }, () => window.ANSWER_AHEAD));
  await tried("module", loaded("script", { type: "module", src: `${desk}/desk/data.js` }, () => window.ANSWER_AHEAD));
  await tried("style", loaded("link", { rel: "stylesheet", href: `${desk}/desk/data.js` }, () => document.styleSheets[0].cssRules[0].cssText));
  await tried("frame", loaded("iframe", { src: `${desk}/desk/` }, (frame) => frame.contentDocument?.documentElement.outerHTML ?? "no: closed"));
  await tried("worker", async () => { new Worker(`${desk}/desk/data.js`); return "no: made, but of nothing"; });
  const opened = window.open(`${desk}/desk/`);
  const pause = () => new Promise((done) => setTimeout(done, 100));
  const empty = () => { try { return opened.location.href === "about:blank"; } catch { return false; } };
  for (let waited = 0; opened && empty() && waited < 50; waited += 1) await pause();
  await tried("window", async () => opened?.document?.documentElement.outerHTML ?? "no: closed");
  await tried("window's token", async () => opened.document.querySelector("meta[name=edit-token]").content);
  return got;
}

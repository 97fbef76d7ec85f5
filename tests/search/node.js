// Runs the twin as a plain script and calls functions of it: { script, calls: [[name, argument, ...], ...] } comes in.
const { readFileSync } = require("node:fs");
const { runInThisContext } = require("node:vm");

const { script, calls } = JSON.parse(readFileSync(0, "utf8"));
runInThisContext(script);
const results = calls.map(([name, ...rest]) => runInThisContext(name)(...rest));
process.stdout.write(JSON.stringify(results));

// The cards of cards.py with Satori and resvg-js: `node cards.mjs FOLDER FONTS`; FOLDER has texts.json.
import fs from "node:fs"
import path from "node:path"
import satori from "satori"
import { Resvg } from "@resvg/resvg-js"

const [folder, fontFolder] = process.argv.slice(2)
const texts = JSON.parse(fs.readFileSync(path.join(folder, "texts.json"), "utf8"))
const fonts = [500, 700, 800].map((weight) => ({
  name: "Manrope",
  weight,
  style: "normal",
  data: fs.readFileSync(path.join(fontFolder, `Manrope-${weight}.ttf`)),
}))

const box = (style, ...children) => ({
  type: "div",
  props: { style: { display: "flex", flexDirection: "column", ...style }, children },
})
const text = (style, words) => ({ type: "div", props: { style, children: words } })
const bold = (answer) =>
  answer.split("*").flatMap((part, index) =>
    part
      .split(" ")
      .filter(Boolean)
      .map((word) =>
        text({ marginRight: 8, ...(index % 2 ? { fontWeight: 800, color: "#0B5D5B" } : {}) }, word),
      ),
  )

function card([language, topic, question, answer], number) {
  const left = box(
    { width: 620, padding: "56px 0 56px 64px", justifyContent: "space-between" },
    text({ fontSize: 34, fontWeight: 800 }, "Zrno"),
    text({ fontSize: 54, fontWeight: 800, lineHeight: 1.12, letterSpacing: -1, textWrap: "balance" }, question),
    text({ fontSize: 26, fontWeight: 700 }, `faq.zrno.example/${language}/q/question-${number}`),
  )
  const right = box(
    {
      width: 484,
      height: 582,
      margin: "24px 24px 24px 48px",
      padding: "44px 42px",
      justifyContent: "space-between",
      backgroundColor: "#FFFFFF",
      border: "2px solid #EADFCB",
      borderRadius: 36,
    },
    box({ flexDirection: "row", flexWrap: "wrap", fontSize: 34, lineHeight: 1.42 }, ...bold(answer)),
    text({ fontSize: 24, fontWeight: 700, color: "#0B5D5B", alignSelf: "flex-start" }, topic),
  )
  return box(
    { width: 1200, height: 630, flexDirection: "row", backgroundColor: "#FBF5EA", color: "#0E2A2B", fontWeight: 500 },
    left,
    right,
  )
}

let first = 0
let begun = process.cpuUsage()
let start = performance.now()
for (const [number, row] of texts.entries()) {
  const svg = await satori(card(row, number), { width: 1200, height: 630, fonts })
  fs.writeFileSync(path.join(folder, `${number}.png`), new Resvg(svg).render().asPng())
  if (!first) {
    first = Date.now() / 1000
    begun = process.cpuUsage()
    start = performance.now()
  }
}
const used = process.cpuUsage(begun)
const clock = (performance.now() - start) / (texts.length - 1)
const cpu = (used.user + used.system) / 1000 / (texts.length - 1)
console.log(JSON.stringify({ first, clock, cpu, rss: process.resourceUsage().maxRSS / 1024 }))

// Bundles the page into a folder: `node build.mjs OUT`. Names carry the hash of their bytes; nothing is fetched, nothing is evaluated.
import { build } from "esbuild";
import { mkdirSync, readFileSync, readdirSync, writeFileSync, existsSync } from "node:fs";
import { createHash } from "node:crypto";
import { basename, join } from "node:path";

const out = process.argv[2] ?? "build";
mkdirSync(out, { recursive: true });
const made = await build({
  entryPoints: { app: "src/main.tsx" },
  outdir: out,
  bundle: true,
  splitting: true,
  format: "esm",
  target: ["es2022", "chrome109", "firefox115"],
  minify: true,
  legalComments: "none",
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  jsx: "automatic",
  jsxImportSource: "preact",
  metafile: true,
  define: { "process.env.NODE_ENV": '"production"' },
});

const style = ["page", "security/desk", "planning/desk"].map(name => readFileSync(`src/${name}.css`, "utf8")).join("\n");
const mark = createHash("sha256").update(style).digest("hex").slice(0, 8).toUpperCase();
writeFileSync(join(out, `page-${mark}.css`), style);
const outputs = Object.entries(made.metafile.outputs);
const entry = basename(outputs.find(([, file]) => file.entryPoint === "src/main.tsx")[0]);
const lazy = outputs.filter(([name]) => basename(name) !== entry).map(([name]) => basename(name));
const html = readFileSync("src/index.html", "utf8").replace("{{ script }}", `static/${entry}`).replace("{{ style }}", `static/page-${mark}.css`);
writeFileSync(join(out, "index.html"), html);

const packages = new Map();
for (const input of Object.keys(made.metafile.inputs)) {
  const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//g;
  const names = [...input.matchAll(found)];
  if (names.length) packages.set(names.at(-1)[1], input.slice(0, names.at(-1).index + names.at(-1)[0].length));
}
const texts = [...packages].sort().map(([name, folder]) => {
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find(item => /^licen[cs]e/i.test(item));
  const licence = typeof about.license === "string" ? about.license : "see below";
  const text = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8").trim() : `Licence: ${licence}`;
  return `${name} ${about.version} (${licence})\n${"-".repeat(72)}\n${text}\n`;
});
writeFileSync(join(out, "LICENSES.txt"), `The page is made with these packages.\n\n${texts.join("\n\n")}`);
const graph = Object.fromEntries(
  outputs.map(([name, file]) => [basename(name), { bytes: file.bytes, imports: file.imports.map(item => [basename(item.path), item.kind]) }]),
);
writeFileSync(join(out, "graph.json"), JSON.stringify({ entry, lazy, graph }, null, 1));

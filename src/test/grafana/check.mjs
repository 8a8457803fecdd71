// node check.mjs FILE: what Grafana's own types have against a dashboard, one problem a line.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const composable = '@grafana/schema/dist/esm/raw/composable';
const panels = {
  heatmap: 'HeatmapPanelCfg',
  stat: 'StatPanelCfg',
  table: 'TablePanelCfg',
  timeseries: 'TimeSeriesPanelCfg',
};

// What the data source Prometheus reads beside what all annotations have.
const annotationsOfPrometheus = ['expr', 'step', 'titleFormat', 'useValueForTime'];

const dashboard = JSON.parse(readFileSync(process.argv[2], 'utf8'));
dashboard.annotations.list.forEach((annotation) => annotationsOfPrometheus.forEach((key) => delete annotation[key]));

// JSON has the texts and numbers of an enumeration, not its names.
let source = `
import type { Dashboard, GraphFieldConfig } from '@grafana/schema';
type Json<T> = T extends string ? \`\${T}\`
  : T extends number ? (number extends T ? number : \`\${T}\` extends \`\${infer N extends number}\` ? N : never)
  : T extends (infer U)[] ? Json<U>[]
  : T extends object ? { [K in keyof T]: Json<T[K]> }
  : T;
export const dashboard: Json<Dashboard> = ${JSON.stringify(dashboard)};
`;
for (const panel of dashboard.panels.filter((p) => p.type !== 'row')) {
  const name = panels[panel.type];
  if (!name) {
    console.log(`${panel.title}: no types are known of a panel ${panel.type}`);
    continue;
  }
  const types = `import('${composable}/${panel.type}/panelcfg/x/${name}_types.gen')`;
  source += `export const options${panel.id}: Json<Partial<${types}.Options>> = ${JSON.stringify(panel.options)};\n`;
  if (panel.type === 'timeseries') {
    source += `export const custom${panel.id}: Json<GraphFieldConfig> = ${JSON.stringify(panel.fieldConfig.defaults.custom)};\n`;
  }
}

const file = join(dirname(fileURLToPath(import.meta.url)), 'dashboard.ts');
const options = { noEmit: true, strict: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
const host = ts.createCompilerHost(options);
const { getSourceFile, fileExists, readFile } = host;
host.getSourceFile = (name, ...rest) =>
  name === file ? ts.createSourceFile(name, source, options.target) : getSourceFile.call(host, name, ...rest);
host.fileExists = (name) => name === file || fileExists.call(host, name);
host.readFile = (name) => (name === file ? source : readFile.call(host, name));
const program = ts.createProgram([file], options, host);
const problems = ts.getPreEmitDiagnostics(program).map((d) => ts.flattenDiagnosticMessageText(d.messageText, ' '));
new Set(problems).forEach((problem) => console.log(problem));

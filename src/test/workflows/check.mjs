// node check.mjs FILE...: what GitHub's own parsers have against workflows and actions, one problem a line.
import './json-modules.mjs';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await import('@actions/workflow-parser');
const { parseAction } = await import('@actions/workflow-parser/actions/action-parser');

for (const file of process.argv.slice(2)) {
  const source = { name: file, content: readFileSync(file, 'utf8') };
  const action = basename(file) === 'action.yml';
  const parsed = (action ? parseAction : parseWorkflow)(source, new NoOperationTraceWriter());
  const template = !action && parsed.value ? await convertWorkflowTemplate(parsed.context, parsed.value) : {};
  const problems = [...parsed.context.errors.getErrors().map((e) => e.message), ...(template.errors ?? []).map((e) => e.Message)];
  new Set(problems).forEach((problem) => console.log(problem));
}

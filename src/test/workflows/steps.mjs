// The steps of a job: their commands run here, the actions of others are done as far as files go.
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import { parse } from 'yaml';
import { condition, expand, expandAll } from './expressions.mjs';

const status = (failed) => ({ success: !failed, failure: failed, cancelled: false, always: true });

/** Runs steps one after the other; what they print goes to the machine's log. */
export function runSteps(steps, machine, contexts, environment) {
  let failed = false;
  const outcomes = [];
  for (const step of steps) {
    const known = { ...contexts, env: { ...environment, ...machine.exported } };
    const name = step.name ?? step.run ?? step.uses;
    if (!condition(step.if, known, status(failed))) {
      outcomes.push({ name, result: 'skipped' });
      continue;
    }
    known.env = { ...known.env, ...expandAll(step.env, known) };
    machine.log(`--- ${name}`);
    const result = step.run === undefined ? use(step, machine, known) : command(step, machine, known);
    if (step.id) {
      contexts.steps[step.id] = { outputs: result.outputs };
    }
    outcomes.push({ name, result: result.ok ? 'success' : 'failure' });
    failed ||= !result.ok && !step['continue-on-error'];
  }
  return { ok: !failed, outcomes };
}

function command(step, machine, known) {
  const files = Object.fromEntries(['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH'].map((name) => [name, machine.file(name)]));
  const script = machine.file('script');
  writeFileSync(script, expand(step.run, known));
  const ended = spawnSync('bash', ['-e', script], {
    cwd: join(machine.workspace, expand(step['working-directory'] ?? '.', known)),
    env: { ...machine.environment, ...known.env, ...machine.variables(known), ...files },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  machine.log(ended.stdout + ended.stderr);
  Object.assign(machine.exported, assignments(files.GITHUB_ENV));
  return { ok: ended.status === 0, outputs: assignments(files.GITHUB_OUTPUT) };
}

const assignments = (file) =>
  Object.fromEntries(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

function use(step, machine, known) {
  const given = expandAll(step.with, known);
  const [action] = step.uses.split('@');
  if (action.startsWith('./')) {
    return composite(join(machine.workspace, action), given, machine, known);
  }
  if (!ACTIONS[action]) {
    throw new Error(`${action} is no action that can be done here`);
  }
  try {
    ACTIONS[action](given, machine);
    return { ok: true, outputs: {} };
  } catch (e) {
    machine.log(String(e));
    return { ok: false, outputs: {} };
  }
}

function composite(folder, given, machine, known) {
  const action = parse(readFileSync(join(folder, 'action.yml'), 'utf8'));
  for (const name of Object.keys(given)) {
    if (!(name in (action.inputs ?? {}))) {
      throw new Error(`${folder} has no input ${name}`);
    }
  }
  const inputs = Object.fromEntries(
    Object.entries(action.inputs ?? {}).map(([name, input]) => [name, given[name] ?? expand(input.default, known)]),
  );
  const inner = { ...known, inputs, steps: {}, github: { ...known.github, action_path: folder } };
  const { ok } = runSteps(action.runs.steps, machine, inner, known.env);
  return { ok, outputs: {} };
}

const ACTIONS = {
  'actions/checkout': (given, machine) => machine.checkout(given),
  'actions/setup-java': () => {},
  'github/codeql-action/upload-sarif': (given) => JSON.parse(readFileSync(given.sarif_file, 'utf8')),
  'actions/upload-artifact': (given, machine) => {
    const found = given.path.trim().split('\n').map((path) => path.trim()).map((path) => (isAbsolute(path) ? path : join(machine.workspace, path))).filter(existsSync);
    if (found.length === 0 && given['if-no-files-found'] === 'error') {
      throw new Error(`nothing at ${given.path}`);
    }
    const single = given.archive === 'false';
    if (single && (found.length !== 1 || !statSync(found[0]).isFile())) {
      throw new Error(`${given.path} is not one file`);
    }
    for (const path of found) {
      const target = join(machine.artifacts, single ? '.' : given.name);
      const folder = statSync(path).isDirectory();
      mkdirSync(target, { recursive: true });
      cpSync(path, folder ? target : join(target, basename(path)), { recursive: true, dereference: true });
    }
    appendFileSync(join(machine.artifacts, '.retention'), `${single ? basename(found[0]) : given.name} ${given['retention-days']}\n`);
  },
  'actions/download-artifact': (given, machine) => {
    const pattern = new RegExp('^' + given.pattern.replaceAll('*', '.*').replace(/\{([^}]*)\}/, (_, names) => `(${names.replaceAll(',', '|')})`) + '$');
    rmSync(given.path, { recursive: true, force: true });
    for (const name of readdirSync(machine.artifacts).filter((entry) => pattern.test(entry))) {
      cpSync(join(machine.artifacts, name), join(given.path, name), { recursive: true });
    }
  },
};

// node run.mjs REQUEST.json: runs a workflow's jobs here, in order, each on a checkout of its own, and writes what came of
// them to the request's "result". The request names the workflow, the repository whose checkout it runs on, the repository
// of a called workflow, an empty home, and the contexts github, inputs, vars and secrets.
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { condition, expandAll, typed } from './expressions.mjs';
import { runSteps } from './steps.mjs';

const request = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const workflow = parse(readFileSync(request.workflow, 'utf8'));
const artifacts = join(request.home, 'artifacts');
const logs = join(request.home, 'logs');
[artifacts, logs].forEach((folder) => mkdirSync(folder, { recursive: true }));

/** What a job runs on: always at the same place, as GitHub's runners have it, and new for each job. */
function machine(name) {
  const workspace = join(request.home, 'workspace');
  const temp = join(request.home, 'temp');
  [workspace, temp].forEach((folder) => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  });
  const { PATH, HOME, JAVA_HOME, MAVEN_OPTS } = process.env;
  const summary = join(logs, `${name}.md`);
  writeFileSync(summary, '');
  return {
    workspace,
    temp,
    artifacts,
    summary,
    exported: {},
    environment: Object.fromEntries(Object.entries({ PATH, HOME, JAVA_HOME, MAVEN_OPTS }).filter(([, value]) => value)),
    log: (text) => appendFileSync(join(logs, `${name}.log`), text + '\n'),
    file: (kind) => {
      const file = join(mkdtempSync(join(temp, 'step-')), kind);
      writeFileSync(file, '');
      return file;
    },
    variables: (known) => ({
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_SHA: known.github.sha,
      GITHUB_REF: known.github.ref,
      GITHUB_EVENT_NAME: known.github.event_name,
      GITHUB_REPOSITORY: known.github.repository,
      ...(known.github.action_path ? { GITHUB_ACTION_PATH: known.github.action_path } : {}),
      RUNNER_TEMP: temp,
    }),
    checkout: (given) => {
      const other = given.repository === request.called.repository;
      if (given.repository && !other) {
        throw new Error(`there is no repository ${given.repository}`);
      }
      const folder = join(workspace, given.path ?? '.');
      const depth = given['fetch-depth'] === '0' ? [] : ['--depth', '1'];
      execFileSync('git', ['clone', '--quiet', ...depth, `file://${other ? request.called.path : request.repository}`, folder]);
      const built = join(other ? request.called.path : request.repository, 'target');
      if (existsSync(built)) {
        // Compiled before, so that not every job compiles anew: classes count as newer than sources.
        execFileSync('bash', ['-c', 'git ls-files -z | xargs -0 touch -h -d 2020-01-01'], { cwd: folder });
        cpSync(built, join(folder, 'target'), { recursive: true, preserveTimestamps: true });
      }
    },
  };
}

/** GitHub skips a job if one that it needs, directly or not, did not succeed, unless its condition says otherwise. */
function statusOf(needed, results) {
  const all = new Set();
  const collect = (names) => names.forEach((name) => !all.has(name) && (all.add(name), collect(needs(workflow.jobs[name]))));
  collect(needed);
  const states = [...all].map((name) => results[name].result);
  return {
    success: states.every((state) => state === 'success'),
    failure: states.includes('failure'),
    cancelled: false,
    always: true,
  };
}

const needs = (job) => [job.needs ?? []].flat();
const results = {};
for (let waiting = Object.keys(workflow.jobs); waiting.length > 0; ) {
  const name = waiting.find((candidate) => needs(workflow.jobs[candidate]).every((needed) => results[needed]));
  waiting = waiting.filter((other) => other !== name);
  results[name] = runJob(name, workflow.jobs[name]);
}
writeFileSync(request.result, JSON.stringify(results, null, 2));

function runJob(name, job) {
  const needed = Object.fromEntries(needs(job).map((other) => [other, { result: results[other].result, outputs: results[other].outputs }]));
  const contexts = { github: request.github, inputs: request.inputs, vars: request.vars, secrets: request.secrets, needs: needed };
  if (!condition(job.if, contexts, statusOf(needs(job), results))) {
    return { result: 'skipped', outputs: {}, steps: [] };
  }
  const ends = combinations(job.strategy?.matrix, contexts).map((matrix, index) =>
    runCombination(index === 0 ? name : `${name}-${index + 1}`, job, { ...contexts, matrix }),
  );
  const failed = ends.find((end) => end.result !== 'success');
  return failed ?? ends.at(-1);
}

/** One for each of a matrix, which has a single dimension; without a matrix, one. */
function combinations(matrix, contexts) {
  const [dimension] = Object.entries(matrix ?? {});
  return dimension ? typed(dimension[1], contexts).map((value) => ({ [dimension[0]]: value })) : [{}];
}

function runCombination(name, job, contexts) {
  const host = machine(name);
  Object.assign(contexts, {
    github: { ...request.github, workspace: host.workspace },
    runner: { temp: host.temp },
    job: { workflow_repository: request.called.repository, workflow_sha: request.called.sha },
    steps: {},
    env: {},
  });
  const shared = expandAll(workflow.env, contexts);
  const environment = { ...shared, ...expandAll(job.env, { ...contexts, env: shared }) };
  const { ok, outcomes } = runSteps(job.steps, host, contexts, environment);
  return { result: ok ? 'success' : 'failure', outputs: expandAll(job.outputs, contexts), steps: outcomes };
}

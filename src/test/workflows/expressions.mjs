// Expressions of GitHub Actions, evaluated by GitHub's own library.
import { Lexer, Parser, Evaluator, data } from '@actions/expressions';

const STATUS = ['success', 'failure', 'cancelled', 'always'];

/** The value of what stands between ${{ and }}; `status` answers the functions about how it went so far. */
export function evaluate(expression, contexts, status = {}) {
  const functions = STATUS.map((name) => ({ name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(status[name]) }));
  const names = Object.keys(contexts);
  const parsed = new Parser(new Lexer(expression).lex().tokens, names, functions).parse();
  const known = JSON.parse(JSON.stringify(contexts), data.reviver);
  const result = new Evaluator(parsed, known, new Map(functions.map((f) => [f.name, f]))).evaluate();
  return JSON.parse(JSON.stringify(result, data.replacer));
}

/** What the single expression of a value is, with its type. */
export function typed(value, contexts) {
  return evaluate(value.replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1').trim(), contexts);
}

/** A text with its expressions replaced, as GitHub writes their values. */
export function expand(value, contexts) {
  if (typeof value !== 'string') {
    return value === undefined || value === null ? '' : String(value);
  }
  return value.replace(/\$\{\{(.*?)\}\}/gs, (_, expression) => {
    const found = evaluate(expression.trim(), contexts);
    return found === null ? '' : typeof found === 'object' ? 'Object' : String(found);
  });
}

/** Each value of a map expanded. */
export function expandAll(map, contexts) {
  return Object.fromEntries(Object.entries(map ?? {}).map(([key, value]) => [key, expand(value, contexts)]));
}

/** Whether a job or step is to run: without a word about the status, only if all went well. */
export function condition(text, contexts, status) {
  if (text === undefined) {
    return status.success;
  }
  const expression = String(text).replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1').trim();
  const asks = new RegExp(`\\b(${STATUS.join('|')})\\s*\\(`).test(expression);
  return (asks || status.success) && Boolean(evaluate(expression, contexts, status));
}

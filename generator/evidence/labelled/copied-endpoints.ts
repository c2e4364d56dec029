/** An endpoint that a copied page shows, and the lines it is written on. */
export interface CopiedEndpoint {
  readonly method: string;
  readonly url: string;
  /** Index of the line that stands for it, and of the line behind it. */
  readonly at: number;
  readonly end: number;
  /** The whole URL without the path, where it stands on the next line. */
  readonly server?: string;
  /** What stands behind it on the same line. */
  readonly summary?: string;
}

const methodLine =
  /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE|get|post|put|patch|delete|head|options|trace|del|DEL)$/;
const target = /^(?:https?:\/\/[^\s/?#]+)?(?:\/\S*)$|^https?:\/\/\S+$|^\{\{\w+\}\}\/\S*$/;
const oneLine =
  /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE)[ \t]{1,9}((?:https?:\/)?\/\S*)(?:[ \t]{1,9}(?!HTTP\/)(?:[-–—:][ \t]{0,3})?(\p{Lu}.*))?$/u;
const glued = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE)((?:https?:\/)?\/\S*)$/i;
const announced =
  /^\(?(?:(?:request example|example request|test request|request samples?) (?:for|to) )\(?(get|post|put|patch|delete|head|options)\s?(\/\S*?)\)?$/i;

/** How many lines a path may be cut into. */
const mostPieces = 60;

/**
 * The endpoint that begins on a line of a copied page: `POST /pets Add a pet`, a method on a line of its own with the path or URL on
 * the next (a title may stand between them), or with a path that is cut at its slashes. Undefined where there is none.
 */
export function copiedEndpoint(lines: readonly string[], at: number): CopiedEndpoint | undefined {
  const found = endpointAt(lines, at);
  const next = found?.url.startsWith('/') ? (lines[found.end] ?? '') : '';
  if (!found || !/^https?:\/\/\S+$/.test(next) || !next.endsWith(found.url)) return found;
  const server = next.slice(0, next.length - found.url.length);
  return { ...found, end: found.end + 1, ...(server.length > 8 && { server }) };
}

function endpointAt(lines: readonly string[], at: number): CopiedEndpoint | undefined {
  const line = lines[at] ?? '';
  const whole = oneLine.exec(line) ?? glued.exec(line) ?? announced.exec(line);
  if (whole) {
    const [, method = '', url = '', summary] = whole;
    return { method, url, at, end: at + 1, ...(summary !== undefined && { summary }) };
  }
  const method = methodLine.exec(line)?.[1]?.replace(/^del$/i, 'delete');
  if (method === undefined || isBehindTitle(lines, at)) return undefined;
  const next = at + 1;
  const text = lines[next] ?? '';
  const behind = next + 1;
  const path = lines[behind] ?? '';
  if (/^https?:\/\/[^\s?#]+$/.test(text) && /^\/[^\s/]\S*$/.test(path) && !text.endsWith(path))
    return cutPath(lines, method, next, at) ?? { method, url: path, server: text, at, end: behind + 1 };
  if (text !== '/' && target.test(text))
    return cutPath(lines, method, next, at) ?? { method, url: text, at, end: next + 1 };
  if (text === '/') return cutPath(lines, method, next, at);
  const isTitle = /^\p{Lu}/u.test(text) && !/[.:]$/.test(text) && text.length < 100;
  const url = path;
  // as Postman has it: the method, the name of the request, and its URL
  if (isTitle && /^https?:|^\{\{/.test(url) && target.test(url))
    return { method, url: url.replace(/^\{\{\w+\}\}/, ''), at: behind, end: behind + 1 };
  return undefined;
}

/**
 * Whether a method belongs to the line above it, as in a menu whose titles stand before their methods: where some titles are paths, these
 * stand between two methods, and the last method has none behind it.
 */
function isBehindTitle(lines: readonly string[], at: number): boolean {
  const isPath = (index: number): boolean => /^\/\S+$/.test(lines[index] ?? '');
  const isMethod = (index: number): boolean => methodLine.test(lines[index] ?? '');
  let first = at;
  while (isPath(first - 1) && isMethod(first - 2)) first -= 2;
  let last = at;
  while (isPath(last + 1) && isMethod(last + 2)) last += 2;
  const isOver = !target.test(lines[last + 1] ?? '');
  return isOver && (last > at || isPath(first - 1));
}

function cutPath(lines: readonly string[], method: string, from: number, at: number): CopiedEndpoint | undefined {
  let url = '';
  let index = from;
  while (index - from < mostPieces) {
    const piece = lines[index] ?? '';
    const fits = url === '' || url.endsWith('/') !== piece.startsWith('/');
    if (
      piece === '' ||
      !fits ||
      (/^[A-Z]+$/.test(piece) && methodLine.test(piece)) ||
      !/^\/?[\w{}.:~$@*-]*\/?$|^https?:\/\/[^\s/]+$/.test(piece)
    )
      break;
    url += piece;
    index += 1;
  }
  return url.length > 1 ? { method, url, at, end: index } : undefined;
}

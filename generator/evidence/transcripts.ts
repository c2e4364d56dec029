import { unique } from '../base/order.ts';
import { shellRequestStarts } from './shell-requests.ts';
import { shellPieces } from './shell-text.ts';

const curlStart = /^[ \t]*(?:[$>%#][ \t]{0,4})?(?=curl[ \t])/gm;
const verboseStatus = /^< HTTP\/[\d.]{1,3} [1-5]\d\d/m;

/**
 * What commands print, with empty lines in place of the commands themselves, so that each line stands where it stood:
 * `HTTP/1.1 200 OK` behind `$ curl -i …`, and what `curl -v` marks by `<`, without what it tells of the connection. Undefined
 * where a text does not begin with a command. Gives no diagnostics.
 */
export function printedByCommands(text: string): string | undefined {
  const calls = [...text.matchAll(curlStart)].map(({ index, 0: marks }) => index + marks.length);
  const starts = unique([...calls, ...shellRequestStarts(text)]).toSorted((left, right) => left - right);
  const [first] = starts;
  if (first === undefined || !/^[\s$>%#]*$/.test(text.slice(0, first))) return undefined;
  const pieces: string[] = [];
  let done = 0;
  for (const start of starts) {
    // one within the command before it is a part of that
    if (start < done) continue;
    const from = Math.max(done, text.lastIndexOf('\n', start - 1) + 1);
    const to = shellPieces(text, start).at(-1)?.end ?? start;
    pieces.push(text.slice(done, from), text.slice(from, to).replaceAll(/[^\n]/g, ' '));
    done = Math.max(done, to);
  }
  const printed = [...pieces, text.slice(done)].join('');
  if (!verboseStatus.test(printed)) return printed;
  return printed
    .split('\n')
    .map((line) => (/^(?:[>*](?:\s|$)|[{}] \[)/.test(line) ? '' : line.replace(/^<(?: |$)/, '')))
    .join('\n');
}

import type { Location } from '../base/location.ts';
import { markdownBlocks } from './markdown.ts';
import type { Block } from './page.ts';

/** A line that begins the next request, with its name. */
const separator = /^#{3,20}(?!#)(.{0,300})$/;

/** A name in a comment, as editors take it: `# @name createPaper`. */
const nameLine = /^(?:#|\/\/)[ \t]*@name[ \t]{1,5}([\w.-]{1,100})[ \t]*$/;

const commentLine = /^(?:#(?!#)|\/\/)[ \t]?(.{0,1000})$/;

/** A variable of the file: `@host = https://api.example`. */
const definition = /^@([\w.-]{1,100})[ \t]{0,20}=(.{1,1000})$/;

const requestLine =
  /^(?:(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE)[ \t]{1,10})?((?:https?:\/\/|\/|\{\{)\S{1,2000})(?:[ \t]{1,10}HTTP\/[\d.]{1,3})?[ \t]*$/;

const answerLine = /^HTTP\/[\d.]{1,3}[ \t]{1,10}[1-5]\d\d(?:[ \t].{0,200})?$/;

/** The query, one pair a line. */
const queryLine = /^[ \t]{1,20}([?&]\S{1,500})[ \t]*$/;

/** A script of the editor, and where it puts an answer: `> {% client.test() %}`, `>> out.json`. */
const editorLine = /^(?:>{1,2}!?|<>)[ \t]/;

/** Whether a file holds requests as editors send them, by its name. */
export function isRequestFile(path: string): boolean {
  return /\.(?:http|rest)$/i.test(path);
}

interface Line {
  readonly text: string;
  readonly location: Location;
}

interface Request {
  name: string | undefined;
  readonly start: Location;
  readonly comments: Line[];
  readonly lines: Line[];
}

/**
 * A file of requests as editors send them (`.http`, `.rest`) as the Markdown that would say the same: a heading for each request,
 * its comments, and what is sent and answered as code. Variables that the file defines are put in. Gives no diagnostics.
 */
export function requestFileBlocks(text: string, document: string): Block[] {
  const lines = text.split('\n').map((one, at): Line => ({ text: one, location: { document, line: at + 1 } }));
  const variables = new Map(
    lines.flatMap((one) => {
      const [, name = '', value = ''] = definition.exec(one.text) ?? [];
      return name === '' ? [] : [[name, value.trim()] as const];
    }),
  );
  return requestsOf(lines).flatMap((request) => requestBlocks(request, variables, document));
}

function requestsOf(lines: readonly Line[]): Request[] {
  const requests: Request[] = [];
  const begin = (name: string | undefined, start: Location): Request => {
    const request: Request = { name, start, comments: [], lines: [] };
    requests.push(request);
    return request;
  };
  let current: Request | undefined;
  for (const line of lines) {
    const { text, location } = line;
    const title = separator.exec(text)?.[1]?.trim();
    if (title !== undefined) {
      current = begin(title === '' ? undefined : title, location);
      continue;
    }
    current ??= begin(undefined, location);
    if (current.lines.length > 0 || requestLine.test(text)) current.lines.push(line);
    else if (nameLine.test(text)) current.name ??= nameLine.exec(text)?.[1];
    else if (commentLine.test(text) && !/^(?:#|\/\/)[ \t]*@/.test(text)) current.comments.push(line);
  }
  return requests.filter(({ lines: own }) => own.length > 0);
}

function requestBlocks(request: Request, variables: ReadonlyMap<string, string>, document: string): Block[] {
  const { name, comments, start } = request;
  const lines = filled(request.lines, variables);
  const at = lines.findIndex(({ text }) => answerLine.test(text));
  const sent = at === -1 ? lines : lines.slice(0, at);
  const answered = at === -1 ? [] : lines.slice(at);
  const heading: Block[] = name === undefined ? [] : [{ kind: 'heading', depth: 2, text: name, location: start }];
  const [first] = comments;
  const said = comments.map(({ text }) => commentLine.exec(text)?.[1] ?? '').join('\n');
  const prose = first ? markdownBlocks(said, { document, firstLine: first.location.line, indentedCode: false }) : [];
  return [...heading, ...prose, ...codeOf(sent), ...codeOf(answered)];
}

/** The lines with the values of variables, the query on the line of the path, and without what is for the editor alone. */
function filled(lines: readonly Line[], variables: ReadonlyMap<string, string>): Line[] {
  const found: Line[] = [];
  let isScript = false;
  let inQuery = true;
  for (const { text, location } of lines) {
    const query: string | undefined = inQuery && found.length > 0 ? queryLine.exec(text)?.[1] : undefined;
    const first = found[0];
    inQuery = found.length === 0 || query !== undefined;
    if (query !== undefined && first) {
      found[0] = {
        ...first,
        text: `${first.text.trimEnd().replace(/[ \t]{1,10}HTTP\/[\d.]{1,3}$/, '')}${withValues(query, variables)}`,
      };
      continue;
    }
    if (/^[<>][ \t]\{%/.test(text)) isScript = true;
    const isLeft = isScript || editorLine.test(text) || (found.length > 0 && /^(?:#|\/\/)/.test(text));
    if (/%\}[ \t]*$/.test(text)) isScript = false;
    if (!isLeft) found.push({ text: withValues(text, variables), location });
  }
  return found;
}

/** More variables within variables are not put in. */
const deepest = 3;

function withValues(text: string, variables: ReadonlyMap<string, string>): string {
  let result = text;
  for (let depth = 0; depth < deepest && result.includes('{{') && result.length < 10_000; depth += 1) {
    result = result.replaceAll(/\{\{\s{0,5}([\w.-]{1,100})\s{0,5}\}\}/g, (whole, name: string) => {
      const value = variables.get(name);
      // what stands for one of many is a parameter
      return value === undefined || !/^(?:https?:)?\/|\{\{/.test(value) ? whole : value;
    });
  }
  return result;
}

function codeOf(lines: readonly Line[]): Block[] {
  let end = lines.length;
  while (end > 0 && lines[end - 1]?.text.trim() === '') end -= 1;
  const own = lines.slice(0, end);
  const [first] = own;
  const last = own.at(-1);
  if (!first || !last) return [];
  const [verb] = /^[A-Z]{3,7}(?=[ \t])|^HTTP\//.exec(first.text) ?? [];
  const texts = own.map(({ text }, at) => (at === 0 && verb === undefined ? `GET ${text}` : text));
  const { document, line } = first.location;
  const endLine = last.location.line;
  return [
    {
      kind: 'code',
      language: 'http',
      info: '',
      text: texts.join('\n'),
      textLine: line,
      lines: own.map(({ location }) => location),
      location: { document, line, ...(endLine > line && { endLine }) },
    },
  ];
}

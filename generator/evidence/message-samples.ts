import type { Data } from '../base/data.ts';
import { createReport, type Report } from '../base/diagnostic.ts';
import { isObject } from '../base/json.ts';
import type { Location } from '../base/location.ts';
import type { CodeBlock } from '../pages/page.ts';
import { readSample } from './code-samples.ts';
import type { CurlOrigin, CurlRequest } from './curl.ts';
import type { Evidence, Fact, OperationName, Subject } from './evidence.ts';
import { messageMediaType, readHttpMessages, type HttpMessage, type MessageBody } from './http-message.ts';
import { jsonRequest } from './json-request.ts';
import { printedByCommands } from './transcripts.ts';

/** The place of a line of a code block's text (0 for the first), wherever a template took it from. */
function codeLocation(block: CodeBlock, line: number): Location {
  const { document } = block.location;
  return block.lines?.[Math.min(line, block.lines.length - 1)] ?? { document, line: block.textLine + line };
}

/**
 * Reads JSON that a code block shows from line `from` (0 for the first) on, each part at the place where it is written. Gives
 * `evidence/broken-sample`, see `readSample`; undefined where the text is no JSON.
 */
export function codeSample(block: CodeBlock, body: MessageBody, report: Report | undefined): Data | undefined {
  const start = codeLocation(block, body.line);
  const data = readSample(body.text, { document: start.document, firstLine: start.line }, report);
  if (!data || !block.lines) return data;
  return {
    ...data,
    locate: (pointer) => codeLocation(block, body.line + data.locate(pointer).line - start.line),
  };
}

/**
 * The facts of the HTTP responses that a block shows, alone or behind the commands that were given: each exists with its status,
 * media type and body. Empty where it shows none. Broken bodies give `evidence/broken-sample`.
 */
export function responseEvidence(block: CodeBlock, operation: OperationName, report: Report): Evidence[] {
  return readHttpMessages(printedByCommands(block.text) ?? block.text).flatMap((message): Evidence[] => {
    if (message.kind !== 'response') return [];
    const subject: Subject = { kind: 'response', operation, status: message.status, path: [] };
    const location = codeLocation(block, message.line);
    const fact: Fact = { kind: 'exists' };
    // not what a sample of the body shows: there may be none
    const exists: Evidence = { subject, fact, location, method: 'label', confidence: 'high' };
    return [exists, ...bodyFacts(message, block, subject, report)];
  });
}

/** The media type and the body of a message; what is not JSON has no parts. */
function bodyFacts(message: HttpMessage, block: CodeBlock, subject: Subject, report: Report): Evidence[] {
  const { body } = message;
  if (!body) return [];
  const fact = (location: Location, stated: Fact): Evidence => {
    return { subject, fact: stated, location, method: 'sample', confidence: 'high' };
  };
  const declared = messageMediaType(message);
  const looksLikeJson = /^\s*[{[]/.test(body.text) && !/^\s*\{\{/.test(body.text);
  const isJson = looksLikeJson && (declared === undefined || declared.includes('json'));
  const mediaType = declared ?? (isJson ? 'application/json' : undefined);
  const data = isJson ? codeSample(block, body, report) : undefined;
  return [
    ...(mediaType === undefined ? [] : [fact(codeLocation(block, body.line), { kind: 'mediaType', mediaType })]),
    ...(data ? [fact(data.locate(''), { kind: 'sample', data })] : []),
  ];
}

/** What stands in parentheses behind the target of a request: `POST /orders (signed)`. */
const remark = /\s{1,20}\([^()/]{1,60}\)$/;

/** The HTTP requests that a text shows, as requests of other samples are read. Gives no diagnostics. */
export function messageRequests(text: string, origin: CurlOrigin): CurlRequest[] {
  const described = jsonRequest(text, origin);
  if (described) return [described];
  return readHttpMessages(text).flatMap((message): CurlRequest[] => {
    if (message.kind !== 'request') return [];
    const { firstLine } = origin;
    return [
      {
        method: message.method,
        url: message.target.replace(remark, '').replaceAll(' ', '_'),
        urlLine: firstLine + message.line,
        headers: message.headers.map((header) => ({ ...header, line: firstLine + header.line })),
        ...(message.body && { body: { text: message.body.text, line: firstLine + message.body.line } }),
        form: [],
        line: firstLine + message.line,
      },
    ];
  });
}

/** The one object that code shows, repaired where it is broken; undefined for any other code. Gives no diagnostics. */
export function objectIn(block: CodeBlock): Data | undefined {
  if (!/^\s*\{/.test(block.text)) return undefined;
  const data = codeSample(block, { text: block.text, line: 0 }, createReport());
  return data !== undefined && isObject(data.value) ? data : undefined;
}

import type { Data } from '../../base/data.ts';
import type { Report } from '../../base/diagnostic.ts';
import { readSample } from '../code-samples.ts';
import { readCurl, type CurlRequest } from '../curl.ts';
import { httpMethod } from '../endpoints.ts';
import type { OperationName } from '../evidence.ts';
import { pathTemplate, requestUrl } from '../request-url.ts';
import { cutSegments, type CodeSegment, type Segment, type TextSegment } from '../segments.ts';

/** The parts of a page that shows samples first and its reference text, without names, behind them; or the other way round. */
export interface NamelessLayout {
  readonly operation: OperationName;
  readonly request: CurlRequest;
  readonly requestBody?: Data;
  readonly response?: Data;
  readonly responseLine: number;
  /** Text before the samples: the title, where it survived. */
  readonly lead: readonly TextSegment[];
  /** Text that belongs to the operation for sure: what stands between the samples and their repetition. */
  readonly about: readonly TextSegment[];
  /** The reference part. */
  readonly rest: readonly Segment[];
  /** Samples of which the page does not say what they show. */
  readonly others: readonly CodeSegment[];
  /** Samples in other languages. */
  readonly programs: readonly CodeSegment[];
}

/** Finds the parts of a page, or undefined where no cURL sample names an endpoint. Broken samples are reported to `report`. */
export function readLayout(text: string, document: string, report: Report | undefined): NamelessLayout | undefined {
  const segments = cutSegments(text);
  const first = segments.findIndex(isCurl);
  const sample = segments[first];
  if (sample?.kind !== 'code') return undefined;
  const request = readCurl(sample.text, { document, firstLine: sample.line });
  const method = request && httpMethod(request.method);
  if (request === undefined || method === undefined) return undefined;
  const operation = { method, path: pathTemplate(requestUrl(request.url).path) };

  const samplesEnd = endOfSamples(segments, first);
  const repeat = segments.findIndex(
    (segment, index) => index >= samplesEnd && isCurl(segment) && segment.text === sample.text,
  );
  const about = repeat === -1 ? [] : segments.slice(samplesEnd, repeat).filter(isText);
  const behind = repeat === -1 ? segments.slice(samplesEnd) : segments.slice(endOfSamples(segments, repeat));
  const before = segments.slice(0, first);
  const samplesLast = before.filter(isText).length > behind.filter(isText).length;
  const shown = segments.slice(first + 1, samplesEnd).filter((segment) => segment.kind === 'code');
  const [responseSample, ...others] = shown.filter((segment) => segment.language === 'json');
  const { body } = request;
  const json = body !== undefined && /^\s*[{[]/.test(body.text);
  const requestBody = json ? readSample(body.text, { document, firstLine: body.line }, undefined) : undefined;
  const response =
    responseSample && readSample(responseSample.text, { document, firstLine: responseSample.line }, report);
  return {
    operation,
    request,
    ...(requestBody && { requestBody }),
    ...(response && { response }),
    responseLine: responseSample?.line ?? request.line,
    lead: samplesLast ? [] : before.filter(isText),
    about,
    rest: samplesLast ? [...before, ...behind] : behind,
    others,
    programs: shown.filter((segment) => segment.language !== 'json' && segment.language !== 'curl'),
  };
}

function isText(segment: Segment): segment is TextSegment {
  return segment.kind === 'text';
}

function isCurl(segment: Segment): segment is CodeSegment {
  return segment.kind === 'code' && segment.language === 'curl';
}

/** Samples follow each other; status numbers may stand between them (the tabs of the sample box). */
function endOfSamples(segments: readonly Segment[], start: number): number {
  let end = start + 1;
  for (let index = end; index < segments.length; index += 1) {
    const segment = segments[index];
    if (segment?.kind === 'code' && (segment.language !== 'curl' || index === start)) end = index + 1;
    else if (segment?.kind !== 'text' || !/^\d{3}$/.test(segment.text)) break;
  }
  return end;
}

import type { Page } from './page.ts';
import { envelopedByAll } from './adorned.ts';
import { fieldLines } from './fields.ts';
import { mentionOf } from './objects.ts';
import type { Call, Thing } from './things.ts';
import { fence, labelLines, titles } from './titles.ts';
import { sampleObject } from './words.ts';

const reasons: Readonly<Record<string, string>> = { 200: 'OK', 201: 'Created' };

/** What a call answers where it succeeds: with a body, and otherwise. */
export function answerLines(call: Call, page: Page, level: number): string[] {
  return [...bodyAnswer(call, page, level), ...otherAnswer(call, page, level)];
}

/** A further status, as the manner tells of it. */
function otherAnswer({ status, other }: Call, { manner }: Page, level: number): string[] {
  if (!other) return [];
  const { answer: title } = titles[manner.wording];
  const rows = [{ status, text: 'It is done at once' }, other];
  switch (manner.successes) {
    case 'one':
      return [];
    case 'sentence':
      return ['', `Returns \`${other.status} Accepted\` where the work goes on for a while.`, ''];
    case 'table':
      return statusTable(labelLines('Status codes', manner, level), rows);
    case 'bullets':
      return [
        ...labelLines('Status codes', manner, level),
        ...rows.map((one) => `- \`${one.status}\`: ${one.text}`),
        '',
      ];
    case 'heading':
      return ['', `${'#'.repeat(level)} ${title} ${other.status}`, '', `${other.text}.`, ''];
    case 'labels':
      return [
        '',
        `${'#'.repeat(level)} Success Response`,
        '',
        `**Condition** : ${other.text}.`,
        '',
        `**Code** : \`${other.status} Accepted\``,
        '',
      ];
  }
}

function bodyAnswer(call: Call, page: Page, level: number): string[] {
  const { manner } = page;
  const title = titles[manner.wording].answer;
  const reason = `${call.status} ${reasons[call.status]}`;
  const options = { level: level + 1, hasRequired: false };
  const shown = envelopedByAll(call, manner);
  const value = shown.isList ? [sampleObject(shown.answer)] : sampleObject(shown.answer);
  const hasBody = call.answer.length > 0;
  const sample = hasBody ? fence('json', JSON.stringify(value, null, 2)) : [];
  const list = (): string[] => (hasBody ? fieldLines(call.answer, page, options) : []);
  const what = call.isList ? 'A list of objects with these fields:' : '';
  const label = (text: string, deeper = 0): string[] => labelLines(text, manner, level + deeper);
  switch (manner.answer) {
    case 'heading, status, sample':
      return [...label(title), `\`${reason}\``, ...sample];
    case 'sentence, sample':
      return ['', `Returns \`${reason}\`${hasBody ? ':' : '.'}`, ...sample];
    case 'fields and sample':
      return [...label(title), `Status: \`${reason}\``, '', what, '', ...list(), ...sample];
    case 'fields':
      return [...label(title), `Status: ${reason}`, '', what, '', ...list(), ''];
    case 'status table, fields': {
      const table = ['| Status | Description |', '| --- | --- |', `| ${call.status} | ${reasons[call.status]} |`];
      return [...label(title), ...table, '', what, '', ...list(), ''];
    }
    case 'linked object': {
      const line = hasBody ? mentionOf(call, page, reason) : `Answers with status ${call.status}.`;
      // a line behind a field under a heading of its own would be of that
      return [...(manner.fields === 'headings' ? label(title) : ['']), line, ''];
    }
    case 'status heading, sample':
      return ['', `${'#'.repeat(level)} ${title} ${call.status}`, ...sample];
    case 'HTTP sample':
      return [
        ...label(title),
        ...fence(
          'http',
          `HTTP/1.1 ${reason}`,
          ...(hasBody ? ['Content-Type: application/json', '', JSON.stringify(value, null, 2)] : []),
        ),
      ];
    case 'labels: Code, Content':
      return [
        '',
        `${'#'.repeat(level)} Success Response`,
        '',
        `**Code** : \`${reason}\``,
        ...(hasBody ? ['', '**Content example**', ...sample] : ['']),
      ];
  }
}

/** The answers of a call where it fails. */
export function errorLines(call: Call, failure: readonly Thing[], page: Page, level: number): string[] {
  const { manner } = page;
  const { errors, status: success } = call;
  const hashes = '#'.repeat(level);
  const title = labelLines(titles[manner.wording].errors, manner, level);
  if (manner.errors === 'table of all')
    return statusTable(title, [{ status: success, text: reasons[success] ?? '' }, ...errors]);
  if (errors.length === 0 || manner.errors === 'none') return [];
  const body = bodyLines(failure, page, level + 1);
  switch (manner.errors) {
    case 'table':
      return statusTable(title, errors);
    case 'bullets':
      return [...title, ...errors.map(({ status, text }) => `- \`${status}\`: ${text}`), ''];
    case 'headings':
      return errors.flatMap(({ status, text }) => ['', `${hashes} ${status}`, '', `${text}.`, '', ...body]);
    case 'labels':
      return errors.flatMap(({ status, text }) => [
        '',
        `${hashes} Error Response`,
        '',
        `**Condition** : ${text}.`,
        '',
        `**Code** : \`${status}\``,
        '',
        ...body,
      ]);
    case 'inline':
      return ['', `Errors: ${errors.map(({ status, text }) => `\`${status}\` ${text}`).join(', ')}`, ''];
    case 'otherwise': {
      const others = errors.map(({ status, text }) => `\`${status}\` (${text})`);
      return ['', `On success the status is \`${success}\`, otherwise ${others.join(' or ')}.`, ''];
    }
    case 'sentence':
      return errors.flatMap(({ status, text }) => ['', `Returns \`${status}\` - ${text}.`, '']);
  }
}

function statusTable(title: readonly string[], rows: Call['errors']): string[] {
  const cells = rows.map(({ status, text }) => `| ${status} | ${text} |`);
  return [...title, '| Status | Meaning |', '| --- | --- |', ...cells, ''];
}

/** The body below each status. */
function bodyLines(failure: readonly Thing[], page: Page, level: number): string[] {
  if (page.manner.errorBody === 'sample below each')
    return fence('json', JSON.stringify(sampleObject(failure), null, 2));
  if (page.manner.errorBody !== 'fields below each') return [];
  return ['', ...fieldLines(failure, page, { level, hasRequired: false }), ''];
}

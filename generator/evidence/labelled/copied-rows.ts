import type { ParameterLocation } from '../evidence.ts';
import { jsonLiteral } from '../nameless/items.ts';
import { readCopiedType } from './copied-types.ts';
import type { Label } from './grammar.ts';

type Column = 'name' | 'type' | 'required' | 'optional' | 'default' | 'description' | 'place' | 'status' | 'other';

const columns: readonly (readonly [RegExp, Column])[] = [
  [
    /^(?:name|param(?:eter)?(?: name)?|field(?: name)?|property|attribute|key|argument|header(?: name)?|variable)$/i,
    'name',
  ],
  [/^(?:(?:data |value )?type|format|schema)$/i, 'type'],
  [/^(?:required\??|mandatory|is required)$/i, 'required'],
  [/^optional\??$/i, 'optional'],
  [/^defaults?(?: value)?$/i, 'default'],
  [/^(?:descriptions?|notes?|meaning|details|comments?|info)$/i, 'description'],
  [/^(?:in|location|param(?:eter)? type|passed in|where)$/i, 'place'],
  [/^(?:(?:http )?(?:status )?code|(?:http )?status|response)$/i, 'status'],
];

/** The columns of a table whose cells were copied with tabs, or lines of spaces, between them; undefined where a line is no header. */
export function copiedHeader(line: string): readonly Column[] | undefined {
  const cells = cellsOf(line);
  if (cells.length < 2 || line.length > 200) return undefined;
  const found = cells.map((cell) => columns.find(([pattern]) => pattern.test(cell))?.[1] ?? 'other');
  const isTable = found[0] === 'name' || found[0] === 'status';
  return isTable && found.some((column) => column === 'type' || column === 'description') ? found : undefined;
}

function cellsOf(line: string): string[] {
  return line.split(line.includes('\t') ? '\t' : / {2,}/).map((cell) => cell.trim());
}

/** What a row below such a header says of a property; undefined where the line is no row of the table. */
export function copiedRow(line: string, header: readonly Column[]): Label | undefined {
  const cells = cellsOf(line);
  const at = (column: Column): string => cells[header.indexOf(column)] ?? '';
  const name = /^`?([A-Za-z_$@][\w$.@[\]-]{0,120}?)`?( ?\*)?$/.exec(at('name'));
  if (!name || cells.length < 2 || cells.length > header.length) return undefined;
  const type = at('type');
  const words = readCopiedType(type.replace(/^(\S+) \(([\w-]+)\)$/, '$1 <$2>'));
  const place = /^(path|query|header|cookie|body)\b/i.exec(at('place'))?.[1]?.toLowerCase();
  const required = name[2] === undefined ? yesOrNo(at('required')) : true;
  const optional = yesOrNo(at('optional'));
  const mandatory = required ?? (optional === undefined ? undefined : !optional);
  const standard = at('default').replace(/^`(.*)`$/, '$1');
  const description = at('description');
  return {
    name: name[1] ?? '',
    ...(type !== '' && { type: words?.type ?? type }),
    ...(words && words.limits.length > 0 && { limits: words.limits }),
    ...(words?.nullable && { nullable: true as const }),
    ...(mandatory !== undefined && { required: mandatory }),
    ...(place !== undefined && { place: place as ParameterLocation | 'body' }),
    ...(/^[^\s-]\S*$/.test(standard) &&
      !/^(?:none|n\/a)$/i.test(standard) && { default: jsonLiteral(standard) ?? standard }),
    ...(description !== '' && { description }),
  };
}

function yesOrNo(text: string): boolean | undefined {
  if (/^(?:yes|y|true|required|mandatory|✓|✔|✅|x)$/i.test(text)) return true;
  return /^(?:no|n|false|optional|✗|✘|❌|-)$/i.test(text) ? false : undefined;
}

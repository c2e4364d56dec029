import { accessOf } from '../access-words.ts';
import { limitsOf, readCopiedType, readLimits, type Limit } from './copied-types.ts';
import type { Label } from './grammar.ts';

/**
 * A property whose type and marks stand between dots: `string · uuid · Required` below its name, or
 * `idstring · uuid · RequiredIts text` with its name and its text glued to them. Undefined where the line is none.
 */
export function dottedLabel(lines: readonly string[], at: number): { label: Label; end: number } | undefined {
  const line = lines[at] ?? '';
  if (line.includes(' · ')) {
    const glued =
      /^([A-Za-z_$@][\w$.@-]*?(?:\[\])?)((?:string|integer|number|boolean|object|array|any|enum)\S{0,3}(?:\[\])*)$/.exec(
        line.slice(0, line.indexOf(' · ')),
      );
    const label = glued && readDotted(glued[1] ?? '', `${glued[2] ?? ''}${line.slice(line.indexOf(' · '))}`);
    return label ? { label, end: at + 1 } : undefined;
  }
  const next = lines[at + 1] ?? '';
  if (!/^[A-Za-z_$@][\w$.@-]{0,120}(?:\[\])?$/.test(line) || !next.includes(' · ') || readCopiedType(line))
    return undefined;
  const label = readDotted(line, next);
  return label && { label, end: at + 2 };
}

function readDotted(name: string, text: string): Label | undefined {
  const [first = '', ...rest] = text.split(' · ');
  const type = readCopiedType(first);
  if (!type || rest.length > 12) return undefined;
  let words = type.type;
  let required: boolean | undefined;
  let description = '';
  let nullable = type.nullable;
  let access: Label['access'];
  const limits: Limit[] = [...type.limits];
  for (const part of rest) {
    const [, flag, behind = ''] = /^(required|optional)(.*)$/iu.exec(part) ?? [];
    const found = readLimits(part);
    if (description !== '') description += ` · ${part}`;
    else if (flag !== undefined) {
      required = flag.toLowerCase() === 'required';
      description = behind;
    } else if (found) limits.push(...found);
    else if (/^nullable$/i.test(part)) nullable = true;
    else if (/-only$/i.test(part) && accessOf(part)) access = accessOf(part);
    else if (/^[a-z][\w-]{1,30}$/.test(part) && part !== 'enum' && !/[<[]/.test(words)) words = `${words}<${part}>`;
    else if (part !== 'enum' && !/^(?:default|example|pattern):/i.test(part)) return undefined;
  }
  return {
    name,
    type: words,
    ...(required !== undefined && { required }),
    ...(nullable && { nullable }),
    ...(access && { access }),
    ...(limits.length > 0 && { limits: limitsOf(words, limits) }),
    ...(description !== '' && { description }),
  };
}

import type { Schema } from '../../model/model.ts';
import { code, joinCode, literal, type Code } from '../code.ts';
import { finder, findingCall } from './finding.ts';
import { lookCall } from './looking.ts';
import { into, type Finding, type Place } from './place.ts';

/** What else a schema says is asked first; only a value that fits it has leftovers that can be named. */
export function findLeftovers(schema: Schema, outer: Place): Finding {
  const { base: _, ...place } = outer;
  const { writer } = place;
  const bare = writer.bare(schema);
  const inner = findingCall(bare, into(place, 'rest'), code`value`, code`path`);
  const seen = writer.runtime('evaluated', 'evaluated');
  const look = lookCall(bare, into({ ...place, outside: true }, 'rest'), code`value`, code`seen`);
  const { properties, items } = schema.unevaluated ?? {};
  return {
    body: joinCode(
      [
        ...(inner === undefined ? [] : [code`${inner};`]),
        code`const seen = ${seen}();
if (!(${look})) return;`,
        ...(properties ? [restCall(schema, properties, 'unevaluatedProperties', place)] : []),
        ...(items ? [restCall(schema, items, 'unevaluatedItems', place)] : []),
      ],
      '\n',
    ),
  };
}

function restCall(schema: Schema, part: Schema, keyword: string, place: Place): Code {
  const helper = place.writer.runtime('evaluated', 'restIssues');
  const find = part.kind === 'never' ? code`` : code`, ${finder(part, into(place, 'other'))}`;
  return code`${helper}(value, seen, path, out, ${literal(schema.pointer)}, ${literal(keyword)}${find});`;
}

import type { Schema } from '../../model/model.ts';
import { code, joinCode, type Code } from '../code.ts';
import { all, always, never, not } from './conditions.ts';
import { arrow, lookCall } from './looking.ts';
import { into, quietly, type Look, type Place, type Test } from './place.ts';
import { paused, testCall } from './test.ts';

/** Leftovers are looked at last, and then nothing is left. */
export function lookAtLeftovers(schema: Schema, place: Place): Look {
  const { writer } = place;
  const look = lookCall(writer.bare(schema), into(place, 'rest'), code`value`, code`own`);
  const lines = [
    code`const own = ${writer.runtime('evaluated', 'evaluated')}();
if (!(${all([look, ...restCalls(schema, place, code`own`)])})) return false;
${writer.runtime('evaluated', 'addEvaluated')}(seen, own);`,
  ];
  const { properties, items } = schema.unevaluated ?? {};
  if (properties) lines.push(code`${writer.runtime('evaluated', 'sawObject')}(value, seen);`);
  if (items) lines.push(code`${writer.runtime('evaluated', 'sawArray')}(value, seen);`);
  return { body: joinCode([...lines, code`return true;`], '\n') };
}

/**
 * The test of a schema that demands something of its leftovers: the schema is gone through once, without notes; only
 * if it refuses the value, it is asked again why.
 */
export function testLeftovers(schema: Schema, place: Place): Test {
  const { writer } = place;
  const bare = writer.bare(schema);
  const rest = into(place, 'rest');
  const look = paused(lookCall(bare, quietly(rest), code`value`, code`seen`), place);
  const why = (): Code => code`${writer.runtime('issues', 'mayAsk')}(1) && ${testCall(bare, rest, code`value`)}`;
  return {
    body: code`const seen = ${writer.runtime('evaluated', 'evaluated')}();
if (${not(look)}) return ${writer.notes ? why() : never};
return ${bothCalls(restCalls(schema, place, code`seen`), place)};`,
  };
}

function bothCalls(calls: readonly Code[], { writer }: Place): Code {
  const [first = always, second] = calls;
  if (second === undefined) return first;
  if (!writer.notes) return all(calls);
  return code`${writer.runtime('leaves', 'both')}(${first}, ${second})`;
}

function restCalls(schema: Schema, place: Place, seen: Code): Code[] {
  const { writer } = place;
  const { properties, items } = schema.unevaluated ?? {};
  const rest = (helper: string, part: Schema | undefined, word: string, keyword: Code): Code[] => {
    if (part === undefined) return [];
    const fits =
      part.kind === 'never' && writer.notes
        ? code`${writer.runtime('leaves', 'absent')}(member, ${keyword})`
        : testCall(part, into(place, word), code`member`);
    if (fits === always) return [];
    return [code`${writer.runtime('evaluated', helper)}(value, ${seen}, ${arrow(code`member`, fits)})`];
  };
  return [
    ...rest('restOfObject', properties, 'other property', code`'unevaluatedProperties'`),
    ...rest('restOfArray', items, 'other item', code`'unevaluatedItems'`),
  ];
}

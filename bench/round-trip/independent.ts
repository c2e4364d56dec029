import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Spec } from '../../generator/spec/openapi.ts';

/** A pattern that is no regular expression limits nothing; it is reported when the package is made. */
const tolerant = Object.assign(
  (source: string, flags: string): RegExp => {
    try {
      return new RegExp(source, flags);
    } catch {
      return /(?:)/u;
    }
  },
  { code: 'new RegExp' },
);

/**
 * What ajv makes of the schema at a pointer of the spec. Formats are annotations for both sides (JSON Schema
 * Validation, section 7.2.1), and a property is there only where the object itself has it. Throws where ajv does.
 */
export function independentValidator(spec: Spec): (pointer: string) => ValidateFunction {
  const ajv = new Ajv2020({
    strict: false,
    validateFormats: false,
    validateSchema: false,
    ownProperties: true,
    logger: false,
    inlineRefs: false,
    code: { regExp: tolerant },
  });
  ajv.addSchema(spec, 'spec');
  return (pointer) => ajv.compile({ $ref: `spec#${encodeURI(pointer)}` });
}

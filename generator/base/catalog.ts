/** How much a diagnostic weighs: an error makes the exit status 1, a warning and a note do not. */
export type Severity = 'error' | 'warning' | 'note';

/** What is known about one kind of diagnostic. `{name}` in a text stands for a parameter. */
export interface CatalogEntry {
  readonly severity: Severity;
  /** What happened, in one line. */
  readonly message: string;
  /** Why it happens. */
  readonly cause: string;
  /** What a person can do about it. */
  readonly fix: string;
}

/** Every diagnostic. The code is `room/what`; a person reads message and fix, a script the code, which never changes its meaning. */
export const catalog = {
  'documents/missing': {
    severity: 'error',
    message: 'no file, folder or glob matches "{input}"',
    cause: 'The input does not exist or is empty.',
    fix: 'Check the path; it is taken relative to the current folder, or to the configuration file that names it.',
  },
  'documents/unreadable': {
    severity: 'error',
    message: 'cannot be read: {reason}',
    cause: 'The file exists, but the system or its encoding refuses it.',
    fix: 'Check that it is a text file in UTF-8 and that you may read it.',
  },
  'documents/skipped': {
    severity: 'note',
    message: 'a symbolic link that leads out of the folder {folder} is not followed',
    cause: 'A folder stands for what lies in it.',
    fix: 'Name the target of the link as an input of its own, if it is meant.',
  },
  'documents/refused': {
    severity: 'error',
    message: '"{ref}" is not read: {reason}',
    cause: 'Only the folder of an input is read, and hosts that are allowed by name.',
    fix: 'Name the folder with "root" in the configuration or --root, a host with "hosts" or --allow-host, if it is meant.',
  },
  'documents/unreachable': {
    severity: 'error',
    message: '"{url}" cannot be fetched: {reason}',
    cause: 'The host is allowed, but does not hand the page out.',
    fix: 'Check the address, the network, and the request headers of the configuration ("headers").',
  },
  'documents/empty': {
    severity: 'warning',
    message: 'the document is empty',
    cause: 'The file holds nothing but white space.',
    fix: 'Save the page again, or leave the file out of the inputs.',
  },
  'pages/syntax': {
    severity: 'error',
    message: 'is not valid {format}: {reason}',
    cause: 'The text breaks the syntax of its format, often because it was cut off.',
    fix: 'Repair the text at this line, or export the page again.',
  },
  'pages/partly-read': {
    severity: 'warning',
    message: '{part} cannot be read: {reason}; the rest of the page is',
    cause: 'A part of the page breaks the syntax of its format, often because it was cut off.',
    fix: 'Repair the text at this line, or export the page again.',
  },
  'pages/duplicate-key': {
    severity: 'warning',
    message: 'the key "{key}" stands twice in one mapping; this one counts, and the one of line {line} does not',
    cause: 'Most readers of JSON and YAML keep the last of several equal keys, and say nothing.',
    fix: 'Remove one of the two.',
  },
  'pages/more-documents': {
    severity: 'warning',
    message: 'another YAML document begins in the same file; it is not read',
    cause: 'A line of three hyphens ends a YAML document; the first one that holds something is read.',
    fix: 'Put each document into a file of its own.',
  },
  'evidence/no-source': {
    severity: 'warning',
    message: 'no known documentation style: {reasons}',
    cause: 'None of the readers recognizes how this page writes down an endpoint.',
    fix: 'See "Formats" in the README for the styles that are read; leave pages without endpoints out of the inputs.',
  },
  'evidence/concept-page': {
    severity: 'note',
    message: 'the page shows no endpoint, no call and no table of fields: nothing of it is read',
    cause: 'The page explains ideas, as guides and overviews do.',
    fix: 'Nothing; or see "Formats" in the README for the styles that are read, if it does describe endpoints.',
  },
  'evidence/only-mentioned': {
    severity: 'note',
    message: '{operation} is only mentioned here, on a page that describes no operations: it is left out',
    cause:
      'Changes, introductions, tutorials and pages about errors or webhooks name operations as they were, or as examples; no page describes this one.',
    fix: 'Nothing; or, if there is such an operation, describe it on a page of its own, or add it with an overlay.',
  },
  'evidence/other-method': {
    severity: 'note',
    message: '{operation} cannot be said: OpenAPI 3.1 has no such method; it is left out',
    cause: 'The methods that a Path Item has fields for are eight (OAS 3.1, section 4.8.9); it is none of these.',
    fix: 'Nothing; or, if the server has another way to call it, say that in overlay.yaml.',
  },
  'evidence/absent-description': {
    severity: 'warning',
    message: 'the description "{file}" is not among the documents; places that name it: {count}',
    cause: 'A page leaves it to an OpenAPI file to say what its operations are, and that file was not given.',
    fix: 'Give the file as an input beside the pages; it says more than they do.',
  },
  'evidence/no-endpoint': {
    severity: 'warning',
    message: 'the page names no endpoint (a method and a path)',
    cause: 'The style was recognized as {source}, but no line gives a method with a path.',
    fix: 'Leave the page out of the inputs, or add the line that names the endpoint.',
  },
  'evidence/unknown-type': {
    severity: 'warning',
    message: '"{name}" has the unknown type "{words}"{more}; it stays without a type',
    cause: 'The words are not in the table of type words.',
    fix: 'Say the type in overlay.yaml.',
  },
  'evidence/unread': {
    severity: 'note',
    message: 'not understood: {text}',
    cause: 'A part of the page gave no fact.',
    fix: 'Nothing, if it is prose; else say what it states in overlay.yaml.',
  },
  'evidence/unused-object': {
    severity: 'note',
    message: 'no operation is known to take or answer with the object "{title}": it is left out',
    cause: 'The page describes the fields of an object; no type, no link and no sample says where it stands.',
    fix: 'Nothing, if no operation has it; else say where it stands in overlay.yaml.',
  },
  'evidence/other-languages': {
    severity: 'note',
    message: '{subject}: {samples} in {languages} not read',
    cause:
      'Calls are read as cURL, HTTP, and by some libraries; calls of a client of the vendor do not show what is sent.',
    fix: 'Nothing, where the page shows the call otherwise; else say what it sends in overlay.yaml.',
  },
  'evidence/unassigned': {
    severity: 'warning',
    message: 'no property of the samples fits this text: {text}',
    cause: 'The page lost the property names and the order of texts and samples leaves this one over.',
    fix: 'Say what it describes in overlay.yaml.',
  },
  'evidence/broken-sample': {
    severity: 'warning',
    message: 'the sample is not valid {format} and is not read: {reason}',
    cause: 'The sample was cut off or written by hand.',
    fix: 'Repair the sample if its facts matter.',
  },
  'evidence/repaired-sample': {
    severity: 'note',
    message: 'the sample is not valid {format}, and is read as it seems to be meant: {reason}',
    cause: 'The sample has comments, leaves something out, was cut off or written by hand.',
    fix: 'Nothing, if the spec says what the sample shows; else repair the sample.',
  },
  'evidence/other-host': {
    severity: 'note',
    message: '{count} recorded calls of {host} are left out; the recording is read as one of {main}',
    cause: 'One description is of one API, and most calls of the recording go to another host.',
    fix: 'Record, or export, the calls of that host into a file of their own if they are wanted.',
  },
  'merge/conflict': {
    severity: 'warning',
    message: '{subject}: {loser} is overruled by {winner} ({rule})',
    cause: 'Two places say different things about one fact.',
    fix: 'If the other side is right, say so in overlay.yaml.',
  },
  'merge/text': {
    severity: 'note',
    message: '{subject}: this {what} is not taken, but the one of {place} ({rule})',
    cause: 'Several places describe one thing in different words, and a spec has room for one text.',
    fix: 'Nothing, or write the text you want in overlay.yaml.',
  },
  'merge/renamed': {
    severity: 'note',
    message: '"{name}" means something else in another document of the input; this one is called "{next}"',
    cause: 'Two descriptions of one input have different components of the same name.',
    fix: 'Nothing, or give each description an API of its own in the configuration.',
  },
  'merge/wrong-entity': {
    severity: 'warning',
    message: 'the sample of {subject} shows another entity ({reason}); it is not used',
    cause: 'The sample shares too few names with the operation and looks like one of another resource.',
    fix: 'Give the true response in overlay.yaml.',
  },
  'merge/stub-sample': {
    severity: 'note',
    message: 'the sample of {subject} is a stub of {count} properties; the schema is surely incomplete',
    cause: 'The sample shows only generic properties.',
    fix: 'Give the full response in overlay.yaml.',
  },
  'spec/not-openapi': {
    severity: 'error',
    message: 'is not an OpenAPI document: {reason}',
    cause: 'The document lacks what OpenAPI requires at its root, or is of a version that is not read.',
    fix: 'Give a Swagger 2.0 or OpenAPI 3.0, 3.1 or 3.2 document.',
  },
  'spec/malformed': {
    severity: 'warning',
    message: '{what} is left out: {reason}',
    cause: 'The document breaks its own version of OpenAPI here.',
    fix: 'Correct the document at this line; the rest of it is used.',
  },
  'spec/mended': {
    severity: 'note',
    message: '{what}: {reason}; {remedy}',
    cause: 'The document breaks its own version of OpenAPI here, but what it means is clear.',
    fix: 'Nothing, if the reading is right; else correct the document at this line.',
  },
  'spec/unknown-member': {
    severity: 'note',
    message: 'OpenAPI knows no "{name}" here; it is kept as "{kept}"',
    cause: 'The member is misspelled, stands in the wrong place, or belongs to another version.',
    fix: 'Correct its name or place; extensions begin with x-.',
  },
  'spec/inexpressible': {
    severity: 'warning',
    message: '{what} has no equivalent in OpenAPI 3.1; {outcome}',
    cause: 'The version that the document is written in can say something that OpenAPI 3.1 cannot.',
    fix: 'Nothing can be done in the document; handle such values yourself.',
  },
  'spec/ignored-sibling': {
    severity: 'note',
    message: 'beside a $ref nothing counts before OpenAPI 3.1: {names} ignored',
    cause: 'Swagger 2.0, OpenAPI 3.0 and JSON Schema until draft 7 ignore what stands beside a reference.',
    fix: 'Wrap the reference in an allOf, or write the document in OpenAPI 3.1.',
  },
  'spec/later-keyword': {
    severity: 'note',
    message: '"{name}" is no keyword of the dialect {dialect}, which the schema names; it is kept as "x-{name}"',
    cause: 'The schema says by "$schema" that it is written for a draft, or a vocabulary, without this keyword.',
    fix: 'Name the draft that the schema is written for.',
  },
  'spec/dangling-ref': {
    severity: 'warning',
    message: 'the reference "{ref}" leads nowhere; what it stands for is unknown',
    cause: 'The document refers to a part that it does not contain.',
    fix: 'Add the missing part, or correct the reference.',
  },
  'spec/foreign-ref': {
    severity: 'warning',
    message: 'the reference "{ref}" leads out of the input and is not followed',
    cause: 'Only files of the input are read, and hosts that the configuration allows.',
    fix: 'Allow its host ("hosts" in the configuration, --allow-host), or put the document beside the input.',
  },
  'spec/endless-ref': {
    severity: 'warning',
    message: 'the reference "{ref}" is not followed: {reason}',
    cause: 'What the reference stands for contains the reference, in a place that cannot have a name.',
    fix: 'Move what repeats itself into components, and refer to it there.',
  },
  'spec/no-operations': {
    severity: 'error',
    message: 'nothing to generate: the documents give no operation',
    cause: 'No document names an endpoint that could be read.',
    fix: 'See the diagnostics of the single documents.',
  },
  'spec/only-schemas': {
    severity: 'warning',
    message: 'no operation is given: the package has types and validators, and no call',
    cause: 'The document has no "paths" or "webhooks", or nothing stands in them.',
    fix: 'Add the document that has the operations, if there is one.',
  },
  'spec/repeated': {
    severity: 'note',
    message:
      '{count} schemas stand in the description word for word once more; {components} new components say them once',
    cause: 'The description was made by putting what is referred to in the place of each reference.',
    fix: 'Nothing; or use the description as it was before, whose names are those that its authors gave.',
  },
  'spec/duplicate-operation': {
    severity: 'warning',
    message: '{operation} stands in two specs and they differ; the first is kept',
    cause: 'Two slices of one API describe the same operation differently.',
    fix: 'Remove one, or decide in overlay.yaml.',
  },
  'spec/inferred-discriminator': {
    severity: 'note',
    message: 'the union at {pointer} is told apart by "{property}": {reason}',
    cause: 'The document does not name a discriminator; the branches themselves show one.',
    fix: 'Nothing, if right; else set inference.discriminator to "report" or "off", or decide in overlay.yaml.',
  },
  'spec/stray-mapping': {
    severity: 'warning',
    message: 'the discriminator of the union at {pointer} maps "{value}" to {ref}, which is none of its branches',
    cause: 'The mapping names a schema that the union does not list; a value of it would fit no branch.',
    fix: 'Add the schema to the union, or take the entry out of the mapping, in the document or in overlay.yaml.',
  },
  'spec/undiscriminated': {
    severity: 'note',
    message: 'the branches of the union at {pointer} cannot be told apart: {reason}',
    cause: 'No property has a distinct constant in every branch.',
    fix: 'Nothing, or give a discriminator in overlay.yaml.',
  },
  'spec/reported-discriminator': {
    severity: 'note',
    message: 'the union at {pointer} could be told apart by "{property}" ({reason}); inference is set to "report"',
    cause: 'The configuration asks to be told rather than served.',
    fix: 'Set inference.discriminator to "apply".',
  },
  'filter/no-match': {
    severity: 'warning',
    message: 'the filter "{list}" names {kind} "{pattern}", and no operation has them',
    cause: 'The spec changed, or the pattern is off; names are compared exactly, and * stands for any characters.',
    fix: 'Compare the pattern with openapi.yaml.',
  },
  'overlay/syntax': {
    severity: 'error',
    message: 'is not an OpenAPI Overlay: {reason}',
    cause: 'The file lacks what the Overlay specification requires.',
    fix: 'See the Overlay specification 1.1: overlay, info, actions with a target each.',
  },
  'overlay/no-match': {
    severity: 'warning',
    message: 'the target {target} matches nothing',
    cause: 'The spec changed, or the JSONPath is off.',
    fix: 'Compare the target with openapi.yaml.',
  },
  'overlay/mismatch': {
    severity: 'error',
    message: 'the action on {target} cannot be applied: {reason}',
    cause: 'Overlay 1.1 merges objects with objects, adds to lists and replaces plain values, and nothing else.',
    fix: 'Remove the value in an action before, or select what fits.',
  },
  'model/unsupported': {
    severity: 'warning',
    message: '{what} at {pointer} is not expressed: {reason}',
    cause: 'The generator has no way to say this in code.',
    fix: 'The generated type is wider than the document; check such values yourself.',
  },
  'model/unsendable': {
    severity: 'warning',
    message: '{what} cannot be sent by fetch: {outcome}',
    cause: 'The Fetch standard forbids some methods, and a body with GET and HEAD.',
    fix: 'Describe the operation with a method that can be sent, if the server takes one; POST often does.',
  },
  'model/invalid-pattern': {
    severity: 'warning',
    message: 'the pattern at {pointer} is not a valid regular expression ({reason}); it is not checked',
    cause: 'JSON Schema patterns are ECMA-262 regular expressions with the u flag.',
    fix: 'Correct the pattern in overlay.yaml.',
  },
  'model/loose-pattern': {
    severity: 'note',
    message: 'the pattern at {pointer} is not valid with the u flag ({reason}); it is checked without',
    cause: 'JSON Schema patterns are ECMA-262 regular expressions with the u flag, which allows fewer escapes.',
    fix: 'Nothing; or correct the pattern, so that other tools take it too.',
  },
  'model/slow-pattern': {
    severity: 'note',
    message:
      'the time that the pattern at {pointer} takes can grow {growth} with the length of a text where it is tried in all ways, as regular expressions are; the validator reads it in one',
    cause: 'Its repetitions can divide a text among themselves in many ways, and all are tried before it is refused.',
    fix: 'Nothing; or write the pattern so that each text can be read in one way only, for the other programs that run it.',
  },
  'model/bounded-pattern': {
    severity: 'warning',
    message:
      'the time that the pattern at {pointer} takes can grow {growth} with the length of a text; it is run on at most {limit} characters, and longer texts are refused',
    cause:
      'Its repetitions can divide a text among themselves in many ways, and it refers back to what it matched, or is too large, so that all must be tried.',
    fix: 'Write the pattern so that each text can be read in one way only, in the document or in overlay.yaml.',
  },
  'write/outside': {
    severity: 'error',
    message: 'the file "{path}" would land outside the output folder',
    cause: 'A name led out of the folder.',
    fix: 'Report this as a bug.',
  },
  'write/collision': {
    severity: 'error',
    message: 'the emitted files "{left}" and "{right}" cannot lie in one folder',
    cause: 'The names are equal on a file system that ignores case, or one is the folder of the other.',
    fix: 'Report this as a bug, with the names of the schemas or operations concerned.',
  },
  'write/foreign': {
    severity: 'error',
    message: 'a file that specloom did not write stands where "{path}" must go',
    cause: 'Writing there would overwrite a file of yours.',
    fix: 'Move the file elsewhere, or delete it.',
  },
  'write/refused': {
    severity: 'error',
    message: 'cannot be written: {reason}',
    cause: 'The system refused the file or folder.',
    fix: 'Check the permissions and that no folder stands where a file must go.',
  },
  'write/not-ours': {
    severity: 'error',
    message: 'the output folder is not empty and was not written by specloom',
    cause: 'Writing there could overwrite files of yours.',
    fix: 'Choose an empty folder, or empty this one.',
  },
  'check/stale': {
    severity: 'error',
    message: '{path}: {difference}',
    cause: 'The file on disk differs from what would be generated now.',
    fix: 'Run "specloom generate" and commit the result.',
  },
  'config/invalid': {
    severity: 'error',
    message: '{reason}',
    cause: 'The configuration does not have the expected form.',
    fix: 'See "Configuration" in the README.',
  },
} as const;

/** The code of a diagnostic, `room/what`. */
export type DiagnosticCode = keyof typeof catalog;

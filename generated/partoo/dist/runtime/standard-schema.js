// The interface of Standard Schema version 1 (https://standardschema.dev), written out as its specification allows,
// so that the package depends on nothing.
export {};

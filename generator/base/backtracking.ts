// The only import of scslre, which finds the repetitions of a regular expression that backtrack.
export { analyse, type ParsedLiteral, type Report } from 'scslre';

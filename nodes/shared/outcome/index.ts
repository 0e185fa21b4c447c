export { testFailed } from './credentialTest';
export { errorItem, failedItem, outcomeOf } from './errorItem';
export { carriedHint, hint, tell } from './hint';
export { asNodeError, codeOf, issueError, kindOf, toError } from './nodeError';
export { nothingRead, readOutcome, toItems, type Outputs } from './outputs';
export { failureProblem } from './transport';

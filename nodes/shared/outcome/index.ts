export { testFailed } from './credentialTest';
export { errorItem, failedItem, outcomeOf } from './errorItem';
export { carriedHint, hint, tell } from './hint';
export { asNodeError, carriedError, kindOf, toNodeError, type NodeErrorExtras } from './nodeError';
export { nothingRead, readOutcome, toError, toItems, type Outputs } from './outputs';
export { failureProblem } from './transport';

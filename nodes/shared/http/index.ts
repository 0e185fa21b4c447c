export { PieceDecoder } from './decode';
export { createTransport } from './transport';
export { answerLimit } from './body';
export { messageOf, quoteLine, redact } from './redact';
export { Semaphore } from './semaphore';
export type {
	AllowedOperation,
	ApiFailure,
	ApiFailureCode,
	ApiRequest,
	ApiResponse,
	ApiResult,
	BodyReader,
	HttpContext,
	Pacing,
	RetryBudget,
	RetryMode,
	Transport,
	TransportClock,
	TransportOptions,
	TransportStats,
	Vendor,
} from './types';

import type { Language } from '../../issues';
import type { DeskCall } from '../deskCall';
import { addressee, NOTHING } from './work';
import type { DeskWork } from './work';

/** Another workflow of this package has something to say: it is passed on as it is. */
export const passOn = (call: DeskCall, language: Language): DeskWork => {
	const { subject, text, link, kind } = call;
	return { ...NOTHING, tell: [{ subject, text, link, ...addressee(call, language), kind }] };
};

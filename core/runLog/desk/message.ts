import type { DeskCall } from '../deskCall';
import { addressee } from './compose';
import type { DeskSelf } from './compose';
import { NOTHING } from './work';
import type { DeskWork } from './work';

/** Another workflow of this package has something to say: it is passed on as it is. */
export function passOn(call: DeskCall, deskSelf: DeskSelf): DeskWork {
	const { subject, text, link, kind } = call;
	const { customer, language, recipients } = addressee(call, deskSelf);
	// The week of all customers is nothing for one of them.
	const names = kind === 'digest' ? [...deskSelf.operator] : recipients;
	return {
		...NOTHING,
		tell: [{ subject, text, link, customer, language, kind, recipients: names }],
	};
}

import { shellOf } from '../../ui/document';
import { STYLE } from '../../ui/style';
import { SCRIPT } from './script';

/** The approval page, its result and its report look alike, and run one script under one policy. */
export const APPROVAL_SHELL = shellOf(STYLE, SCRIPT);

/** Every page from right to left. */
import { everyPageIn } from './support/every-page.ts';

everyPageIn('ar');

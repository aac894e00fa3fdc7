/** A sentence that says what just happened, and leaves. Failures stay until they are closed. */
import { UNSTABLE_ToastQueue as ToastQueue, UNSTABLE_Toast as AriaToast, UNSTABLE_ToastContent as ToastContent, UNSTABLE_ToastRegion as ToastRegion, Button, Text } from 'react-aria-components';
import { useIntl } from 'react-intl';
import { Cross } from './marks.tsx';
import './toast.css';

const queue = new ToastQueue<{ text: string }>({ maxVisibleToasts: 3 });
const SHOWN_MS = 6000;

export const say = (text: string) => queue.add({ text }, { timeout: SHOWN_MS });
export const sayFailed = (text: string) => queue.add({ text });

export function Toasts() {
  const intl = useIntl();
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={intl.formatMessage({ id: 'toast.region' })}>
      {({ toast }) => (
        <AriaToast toast={toast} className="toast">
          <ToastContent>
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          <Button slot="close" className="toast-close" aria-label={intl.formatMessage({ id: 'common.close' })}>
            <Cross />
          </Button>
        </AriaToast>
      )}
    </ToastRegion>
  );
}

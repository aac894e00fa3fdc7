import { Button as AriaButton, type ButtonProps as AriaButtonProps, composeRenderProps } from 'react-aria-components';
import { Key } from './marks.tsx';
import './button.css';

interface ButtonProps extends AriaButtonProps {
  /** `need`: the one main action of a page. `plain`: outlined. `bare`: only its words or icon. */
  look?: 'need' | 'plain' | 'bare';
  /** The key that does the same. */
  hint?: string;
}

export function Button({ look = 'plain', hint, children, className, ...props }: ButtonProps) {
  return (
    <AriaButton
      {...props}
      className={composeRenderProps(className, (given) =>
        ['button', `button-${look}`, given].filter(Boolean).join(' '),
      )}
    >
      {composeRenderProps(children, (inner) => (
        <>
          {inner}
          {hint && <Key>{hint}</Key>}
        </>
      ))}
    </AriaButton>
  );
}

import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps, composeRenderProps } from 'react-aria-components';
import { Key } from './marks.tsx';
import './button.css';

export interface ButtonProps extends AriaButtonProps {
  /** `need`: the one main action of a page. `plain`: outlined. `bare`: only its words or icon. `none`: as its class says. */
  look?: 'need' | 'plain' | 'bare' | 'none';
  /** The key that does the same. */
  hint?: string;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ look = 'plain', hint, children, className, ...props }: ButtonProps) {
  return (
    <AriaButton
      {...props}
      className={composeRenderProps(className, (given) =>
        [look !== 'none' && `button button-${look}`, given].filter(Boolean).join(' '),
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

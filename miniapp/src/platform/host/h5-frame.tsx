import type { ReactNode } from 'react';

/** Taro's page frame asks for this part by name; a page of ours never pulls, it has a visible refresh button. */
export function PullDownRefresh({ children }: { readonly children?: ReactNode }) {
  return <>{children}</>;
}

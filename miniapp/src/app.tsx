import type { ReactNode } from 'react';
import '@/ui/styles.css';

/** The frame of the whole program; every page draws itself. Default export: Taro asks for it. */
export default function App({ children }: { readonly children?: ReactNode }) {
  return children;
}

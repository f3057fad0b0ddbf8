import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queryClient, startApi } from '@/api';
import '@/ui/styles.css';

startApi();

/** The frame of the whole program; every page draws itself. Default export: Taro asks for it. */
export default function App({ children }: { readonly children?: ReactNode }) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}

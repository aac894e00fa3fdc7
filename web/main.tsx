import './ui/base.css';
import './ui/tokens.css';
import './ui/fonts.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { askAhead } from './app/ahead.ts';
import { Languages } from './app/i18n.tsx';
import { client, router } from './app/router.tsx';
import { Toasts } from './ui/toast.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

askAhead(client, router);
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Languages>
        <RouterProvider router={router} />
        <Toasts />
      </Languages>
    </QueryClientProvider>
  </StrictMode>,
);

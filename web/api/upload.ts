/** Sends a file and says how far it is: `fetch` cannot tell that yet. */
import type { z } from 'zod';
import { API, ApiError, inLanguage, readAnswer } from './client.ts';

export interface Sending {
  /** From 0 to 1. */
  onProgress?: (part: number) => void;
  signal?: AbortSignal;
}

/**
 * @param path from `/api/v1` on
 * @throws ApiError as `call` does; `stopped` when the signal said so
 */
export function upload<T>(
  path: string,
  form: FormData,
  answer: z.ZodType<T>,
  { onProgress, signal }: Sending,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${API}${path}`);
    request.setRequestHeader('accept', 'application/json');
    for (const [name, value] of Object.entries(inLanguage())) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(loaded / total);
    request.onerror = () => reject(new ApiError(0, 'offline', ''));
    request.onabort = () => reject(new ApiError(0, 'stopped', ''));
    request.onload = () => {
      try {
        resolve(readAnswer(request.status, parse(request.responseText), answer));
      } catch (error) {
        reject(error);
      }
    };
    signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

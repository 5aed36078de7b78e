import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  build: {
    chunkSizeWarningLimit: 1500,
    rollupOptions: {
      output: {
        manualChunks(id: string) {
          if (/node_modules\/(react|react-dom|react-router|scheduler)\//.test(id)) return 'react';
          // The editor's own page loads it; the other pages have no use for it.
          if (
            /node_modules\/(@codemirror|@lezer\/highlight|@marijn|crelt|style-mod|w3c-keyname)\//.test(
              id,
            )
          )
            return undefined;
          // Charts are loaded by the page that draws them.
          if (/node_modules\/(echarts|zrender)\//.test(id)) return 'charts';
          return id.includes('node_modules') ? 'vendor' : undefined;
        },
      },
    },
  },
});

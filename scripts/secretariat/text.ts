/** What the scripts for the server's own console say: read by technicians, so it is Vietnamese. */
export const scriptLines = {
  portOpen: 'PORT=0 để máy tự chọn cổng nên không biết địa chỉ: đặt PORT như khi chạy máy chủ, hoặc đặt PUBLIC_URL.',
  noJournal: (folder: string): string =>
    `Không có sổ ghi trong ${folder}: đặt DATA_DIR như khi chạy máy chủ, hoặc chạy npm start trước.`,
  invitationLabel: 'Ban thư ký (tạo tại máy chủ)',
} as const;

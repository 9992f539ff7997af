/** The papers as they are looked at and taken along; their own words are made with them. */
export const papersText = {
  heading: 'Bản xem trước',
  choose: 'Văn bản',
  kinds: {
    minutes: 'Biên bản',
    conclusionNotice: 'Thông báo kết luận',
    news: 'Tin hội nghị',
    programme: 'Chương trình',
    speakers: 'Danh sách phát biểu',
    rollSheets: 'Phiếu điểm danh',
    followUp: 'Theo dõi nhiệm vụ',
    afterAction: 'Rút kinh nghiệm',
  },
  docx: 'Tải DOCX',
  pdf: 'Tải PDF',
  draft: 'Dự thảo',
  signed: 'Đã ký',
  unverified: 'Mẫu chưa thẩm định',
  unverifiedExplained:
    'Thể thức theo văn bản công khai, chưa đối chiếu với toàn văn hướng dẫn của Văn phòng Trung ương.',
  provenance: (version: string, time: string, hash: string) => `Bản ${version} · ${time} · mã ${hash}`,
  loading: 'Đang lập văn bản…',
  stale: 'Chưa đọc được bản mới. Đang thử lại.',
  failed: 'Chưa lập được văn bản. Đang thử lại.',
  classified: 'Đang trong nội dung mật: chưa lập văn bản.',
  page: (paper: string) => `${paper}, bản xem trước`,
  recipients: 'Nơi nhận:',
};

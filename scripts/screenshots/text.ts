/** What the pictures' conferences and files say; all of it invented. */
export const shotWords = {
  link: 'Ảnh màn hình',
  title: 'Hội nghị tổng kết công tác tổ chức xây dựng Đảng năm 2025, triển khai nhiệm vụ năm 2026',
  organiser: 'Ban Tổ chức Trung ương',
  central: 'Trung ương',
  supplement: 'Danh sách đại biểu bổ sung (Văn phòng gửi 7.12).csv',
  newPosts: 'Phó Bí thư Tỉnh ủy; Chủ tịch Ủy ban nhân dân tỉnh',
  newCategory: 'Cán bộ phục vụ',
  wrongBridge: 'Điểm cầu Tỉnh ủy Hà Giang',
  excuses: ['Mất điện lưới do bão', 'Đang xử lý sự cố sạt lở, Thường trực Đảng ủy đi hiện trường'],
  absence: 'Đi công tác nước ngoài',
  papers: 'Tham luận của các điểm cầu',
  speaker: 'Trưởng Ban Tổ chức Tỉnh ủy',
  /** The longest titles that reports of such conferences give: of the first one post is left out on a wall, the second stands whole. */
  longTitles: {
    shortened: {
      fullName: 'Nguyễn Thanh Hải',
      positions: [
        'Ủy viên Trung ương Đảng',
        'Trưởng Ban Công tác đại biểu thuộc Ủy ban Thường vụ Quốc hội',
        'Phó Trưởng Ban Tổ chức Trung ương',
      ],
    },
    whole: {
      fullName: 'Hồ Văn Niên',
      positions: [
        'Ủy viên dự khuyết Ban Chấp hành Trung ương Đảng',
        'Bí thư Tỉnh ủy',
        'Trưởng đoàn đại biểu Quốc hội tỉnh',
      ],
    },
  },
  tester: 'Lê Minh Quân',
  remark: 'Ánh sáng phía sau hơi mạnh',
  failedRemark: 'Không nghe được tiếng điểm cầu, micro chưa cắm',
  group: (place: number) => `Nhóm ${place}`,
  refused: 'Đề nghị các điểm cầu ổn định chỗ ngồi',
  deck: 'Báo cáo kết quả công tác tổ chức xây dựng Đảng quý III năm 2021',
  ballots: {
    asked:
      'Thông qua dự thảo Nghị quyết về phương hướng, nhiệm vụ công tác tổ chức xây dựng Đảng và hệ thống chính trị năm 2026',
    next: 'Thông qua danh sách tập thể, cá nhân đề nghị khen thưởng',
    category: 'Đại biểu chính thức',
    options: ['Tán thành', 'Không tán thành', 'Ý kiến khác'],
  },
  library: {
    /** The one that is opened. */
    chosen: 'Dự thảo Nghị quyết',
    titles: [
      'Báo cáo tổng kết công tác tổ chức xây dựng Đảng năm 2025',
      'Dự thảo Nghị quyết về phương hướng, nhiệm vụ năm 2026',
      'Tham luận về sắp xếp tổ chức bộ máy ở địa phương',
      'Phụ lục số liệu theo đơn vị',
    ],
    body: 'Kết quả nổi bật, hạn chế, nguyên nhân; phương hướng, nhiệm vụ và giải pháp trọng tâm. Kiến nghị, đề xuất với Trung ương.',
  },
  minutes: {
    officials: [
      {
        fullName: 'Trương Thị Mai',
        positions: ['Ủy viên Bộ Chính trị', 'Bí thư Trung ương Đảng', 'Trưởng Ban Tổ chức Trung ương'],
      },
      { fullName: null, positions: ['Ủy viên Trung ương Đảng', 'Phó Trưởng Ban Thường trực Ban Tổ chức Trung ương'] },
      { fullName: null, positions: ['Vụ trưởng Vụ Tổng hợp'] },
    ],
    head: {
      issuer: 'Ban Tổ chức Trung ương',
      number: '05',
      sign: 'BTCTW',
      place: 'Hà Nội',
      venue: 'Trụ sở Ban Tổ chức Trung ương',
      recipients: ['Các đồng chí lãnh đạo Ban', 'Lưu Vụ Tổng hợp'],
    },
    summaries: [
      'Nhất trí với báo cáo của Ban; nêu kết quả sắp xếp tổ chức bộ máy, tinh giản biên chế trong quý III. Kiến nghị sớm ban hành hướng dẫn về biên chế khối Đảng, Mặt trận Tổ quốc và đoàn thể cấp huyện.',
      'Báo cáo việc duy trì sinh hoạt cấp ủy, chi bộ trong thời gian giãn cách; đề nghị hướng dẫn thống nhất về ghi biên bản, biểu quyết trực tuyến.',
      'Nêu khó khăn trong kiện toàn chức danh lãnh đạo sau đại hội và sau bầu cử ở cấp xã.',
      'Chia sẻ kinh nghiệm cụ thể hóa Nghị quyết Đại hội XIII thành chương trình hành động',
    ],
  },
  tiers: ['điểm cầu của đảng bộ trực thuộc Trung ương', 'điểm cầu cấp xã'],
};

// The list below names every file of Rules/ that the program reads; a test holds it to the folder.
// The compiler records each embedded file as a dependency, so a changed rule rebuilds this file.
// A new file needs two entries, both in order of path: its bytes, and its line in `files`.
#include "CSupport.h"

// clang-format off
static const unsigned char appraisal_conditions[] = {
#embed "../../Rules/appraisal/conditions.xml"
};
static const unsigned char coverage_06_2022_qh15[] = {
#embed "../../Rules/coverage/06-2022-QH15.xml"
};
static const unsigned char kinds_bao_cao_thanh_tich[] = {
#embed "../../Rules/kinds/bao-cao-thanh-tich.xml"
};
static const unsigned char kinds_bao_cao[] = {
#embed "../../Rules/kinds/bao-cao.xml"
};
static const unsigned char kinds_bien_ban_hop[] = {
#embed "../../Rules/kinds/bien-ban-hop.xml"
};
static const unsigned char kinds_cong_van[] = {
#embed "../../Rules/kinds/cong-van.xml"
};
static const unsigned char kinds_danh_sach[] = {
#embed "../../Rules/kinds/danh-sach.xml"
};
static const unsigned char kinds_giay_chung_nhan[] = {
#embed "../../Rules/kinds/giay-chung-nhan.xml"
};
static const unsigned char kinds_ke_hoach[] = {
#embed "../../Rules/kinds/ke-hoach.xml"
};
static const unsigned char kinds_quyet_dinh[] = {
#embed "../../Rules/kinds/quyet-dinh.xml"
};
static const unsigned char kinds_thong_bao[] = {
#embed "../../Rules/kinds/thong-bao.xml"
};
static const unsigned char kinds_to_trinh[] = {
#embed "../../Rules/kinds/to-trinh.xml"
};
static const unsigned char law_authorities[] = {
#embed "../../Rules/law/authorities.xml"
};
static const unsigned char law_awards[] = {
#embed "../../Rules/law/awards.xml"
};
static const unsigned char law_bodies[] = {
#embed "../../Rules/law/bodies.xml"
};
static const unsigned char law_calendars[] = {
#embed "../../Rules/law/calendars.xml"
};
static const unsigned char law_circulars[] = {
#embed "../../Rules/law/circulars.xml"
};
static const unsigned char law_commendations[] = {
#embed "../../Rules/law/commendations.xml"
};
static const unsigned char law_decisions[] = {
#embed "../../Rules/law/decisions.xml"
};
static const unsigned char law_decrees[] = {
#embed "../../Rules/law/decrees.xml"
};
static const unsigned char law_dossiers[] = {
#embed "../../Rules/law/dossiers.xml"
};
static const unsigned char law_laws[] = {
#embed "../../Rules/law/laws.xml"
};
static const unsigned char law_offices[] = {
#embed "../../Rules/law/offices.xml"
};
static const unsigned char law_party[] = {
#embed "../../Rules/law/party.xml"
};
static const unsigned char law_prizes[] = {
#embed "../../Rules/law/prizes.xml"
};
static const unsigned char law_provisions_01_2024_TT_BNV[] = {
#embed "../../Rules/law/provisions/01-2024-TT-BNV.xml"
};
static const unsigned char law_provisions_06_2022_QH15[] = {
#embed "../../Rules/law/provisions/06-2022-QH15.xml"
};
static const unsigned char law_provisions_129_2025_ND_CP[] = {
#embed "../../Rules/law/provisions/129-2025-ND-CP.xml"
};
static const unsigned char law_provisions_15_2025_TT_BNV[] = {
#embed "../../Rules/law/provisions/15-2025-TT-BNV.xml"
};
static const unsigned char law_provisions_152_2025_ND_CP[] = {
#embed "../../Rules/law/provisions/152-2025-ND-CP.xml"
};
static const unsigned char law_provisions_91_2017_ND_CP[] = {
#embed "../../Rules/law/provisions/91-2017-ND-CP.xml"
};
static const unsigned char law_provisions_98_2023_ND_CP[] = {
#embed "../../Rules/law/provisions/98-2023-ND-CP.xml"
};
static const unsigned char law_regimes[] = {
#embed "../../Rules/law/regimes.xml"
};
static const unsigned char law_terms[] = {
#embed "../../Rules/law/terms.xml"
};
static const unsigned char law_types[] = {
#embed "../../Rules/law/types.xml"
};
static const unsigned char law_wording[] = {
#embed "../../Rules/law/wording.xml"
};
static const unsigned char modules_authority[] = {
#embed "../../Rules/modules/authority.xml"
};
static const unsigned char modules_citations[] = {
#embed "../../Rules/modules/citations.xml"
};
static const unsigned char modules_consistency[] = {
#embed "../../Rules/modules/consistency.xml"
};
static const unsigned char modules_deadlines[] = {
#embed "../../Rules/modules/deadlines.xml"
};
static const unsigned char modules_dossier[] = {
#embed "../../Rules/modules/dossier.xml"
};
static const unsigned char modules_nominees[] = {
#embed "../../Rules/modules/nominees.xml"
};
static const unsigned char modules_recipients[] = {
#embed "../../Rules/modules/recipients.xml"
};
static const unsigned char modules_structure[] = {
#embed "../../Rules/modules/structure.xml"
};

#define FILE_ENTRY(path, name) {path, name, sizeof name}

static const tdkt_embedded_file files[] = {
    FILE_ENTRY("appraisal/conditions.xml", appraisal_conditions),
    FILE_ENTRY("coverage/06-2022-QH15.xml", coverage_06_2022_qh15),
    FILE_ENTRY("kinds/bao-cao-thanh-tich.xml", kinds_bao_cao_thanh_tich),
    FILE_ENTRY("kinds/bao-cao.xml", kinds_bao_cao),
    FILE_ENTRY("kinds/bien-ban-hop.xml", kinds_bien_ban_hop),
    FILE_ENTRY("kinds/cong-van.xml", kinds_cong_van),
    FILE_ENTRY("kinds/danh-sach.xml", kinds_danh_sach),
    FILE_ENTRY("kinds/giay-chung-nhan.xml", kinds_giay_chung_nhan),
    FILE_ENTRY("kinds/ke-hoach.xml", kinds_ke_hoach),
    FILE_ENTRY("kinds/quyet-dinh.xml", kinds_quyet_dinh),
    FILE_ENTRY("kinds/thong-bao.xml", kinds_thong_bao),
    FILE_ENTRY("kinds/to-trinh.xml", kinds_to_trinh),
    FILE_ENTRY("law/authorities.xml", law_authorities),
    FILE_ENTRY("law/awards.xml", law_awards),
    FILE_ENTRY("law/bodies.xml", law_bodies),
    FILE_ENTRY("law/calendars.xml", law_calendars),
    FILE_ENTRY("law/circulars.xml", law_circulars),
    FILE_ENTRY("law/commendations.xml", law_commendations),
    FILE_ENTRY("law/decisions.xml", law_decisions),
    FILE_ENTRY("law/decrees.xml", law_decrees),
    FILE_ENTRY("law/dossiers.xml", law_dossiers),
    FILE_ENTRY("law/laws.xml", law_laws),
    FILE_ENTRY("law/offices.xml", law_offices),
    FILE_ENTRY("law/party.xml", law_party),
    FILE_ENTRY("law/prizes.xml", law_prizes),
    FILE_ENTRY("law/provisions/01-2024-TT-BNV.xml", law_provisions_01_2024_TT_BNV),
    FILE_ENTRY("law/provisions/06-2022-QH15.xml", law_provisions_06_2022_QH15),
    FILE_ENTRY("law/provisions/129-2025-ND-CP.xml", law_provisions_129_2025_ND_CP),
    FILE_ENTRY("law/provisions/15-2025-TT-BNV.xml", law_provisions_15_2025_TT_BNV),
    FILE_ENTRY("law/provisions/152-2025-ND-CP.xml", law_provisions_152_2025_ND_CP),
    FILE_ENTRY("law/provisions/91-2017-ND-CP.xml", law_provisions_91_2017_ND_CP),
    FILE_ENTRY("law/provisions/98-2023-ND-CP.xml", law_provisions_98_2023_ND_CP),
    FILE_ENTRY("law/regimes.xml", law_regimes),
    FILE_ENTRY("law/terms.xml", law_terms),
    FILE_ENTRY("law/types.xml", law_types),
    FILE_ENTRY("law/wording.xml", law_wording),
    FILE_ENTRY("modules/authority.xml", modules_authority),
    FILE_ENTRY("modules/citations.xml", modules_citations),
    FILE_ENTRY("modules/consistency.xml", modules_consistency),
    FILE_ENTRY("modules/deadlines.xml", modules_deadlines),
    FILE_ENTRY("modules/dossier.xml", modules_dossier),
    FILE_ENTRY("modules/nominees.xml", modules_nominees),
    FILE_ENTRY("modules/recipients.xml", modules_recipients),
    FILE_ENTRY("modules/structure.xml", modules_structure),
};
// clang-format on

const tdkt_embedded_file *tdkt_embedded_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
